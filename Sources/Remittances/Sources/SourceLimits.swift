/// How hosts are asked: how often, how long, how many at once.
public struct SourceLimits: Sendable, Equatable {
  /// Connections to all hosts together.
  public var connections: Int
  public var connectionsPerHost: Int
  /// Requests for one question at most.
  public var tries: Int
  /// Milliseconds to reach the host.
  public var connectWithin: Int64
  /// Milliseconds for one reply.
  public var answerWithin: Int64
  /// Milliseconds for all tries and waits together.
  public var giveUpAfter: Int64
  /// Bytes a second below which a transfer counts as stalled ...
  public var slowest: Int64
  /// ... when it lasts for that many milliseconds.
  public var slowestFor: Int64
  /// Seconds a host rests after a refusal (429) that does not say for how long.
  public var restAfterRefusal: Int64
}
