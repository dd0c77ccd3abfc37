extension TransportSettings {
  /// The settings a source list asks for.
  public init(_ limits: SourceLimits, agent: String) {
    self.init(
      agent: agent, connectTimeout: limits.connectWithin, lowSpeedLimit: Int(limits.slowest),
      lowSpeedTime: Int(max(1, limits.slowestFor / 1_000)), totalConnections: limits.connections,
      hostConnections: limits.connectionsPerHost)
  }
}
