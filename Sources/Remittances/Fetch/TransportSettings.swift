/// How the transport behaves towards every host.
public struct TransportSettings: Sendable, Equatable {
  /// Sent as `User-Agent`.
  public var agent: String
  /// Milliseconds to reach a host, name look-up and TLS included.
  public var connectTimeout: Int64
  /// Bytes a second below which a transfer counts as stalled ...
  public var lowSpeedLimit: Int
  /// ... when it lasts for that many seconds.
  public var lowSpeedTime: Int
  public var maxRedirects: Int
  /// Connections to all hosts together.
  public var totalConnections: Int
  /// Connections to one host.
  public var hostConnections: Int
  /// Certificates to trust instead of the system's. There is no way to trust none: only tests,
  /// with a certificate authority of their own, set this.
  public var authorityFile: String?
  /// Whether the proxy that the environment names is used.
  public var usesProxy: Bool

  public init(
    agent: String = "sojourn", connectTimeout: Int64 = 5_000, lowSpeedLimit: Int = 64,
    lowSpeedTime: Int = 8, maxRedirects: Int = 4, totalConnections: Int = 6,
    hostConnections: Int = 2, authorityFile: String? = nil, usesProxy: Bool = true
  ) {
    self.agent = agent
    self.connectTimeout = connectTimeout
    self.lowSpeedLimit = lowSpeedLimit
    self.lowSpeedTime = lowSpeedTime
    self.maxRedirects = maxRedirects
    self.totalConnections = totalConnections
    self.hostConnections = hostConnections
    self.authorityFile = authorityFile
    self.usesProxy = usesProxy
  }
}
