/// Everything that decides whether and how a source is asked.
public struct FetchPolicy: Sendable, Equatable {
  /// How the user wants the answer.
  public enum Mode: Sendable, Equatable {
    /// From the cache where fresh, else live.
    case ordinary
    /// Ask the server even where the cache is fresh.
    case refresh
    /// Never open a socket.
    case offline
  }

  public var mode: Mode
  /// Seconds for which a reply is fresh where the server says nothing.
  public var freshFor: Int64
  /// Seconds beyond that for which it may stand in for an error.
  public var staleFor: Int64
  /// Seconds of age the user accepts at most; older needs a live reply.
  public var maxAge: Int64?
  /// Whether the source's terms let the reply be kept.
  public var mayStore: Bool
  public var backoff: Backoff
  /// Milliseconds for all tries and waits together.
  public var deadline: Int64
  /// Seconds a host rests after a 429 that does not say for how long.
  public var restAfterRefusal: Int64

  public init(
    mode: Mode = .ordinary, freshFor: Int64, staleFor: Int64, maxAge: Int64? = nil,
    mayStore: Bool = true, backoff: Backoff = Backoff(), deadline: Int64 = 20_000,
    restAfterRefusal: Int64 = 1_200
  ) {
    self.mode = mode
    self.freshFor = freshFor
    self.staleFor = staleFor
    self.maxAge = maxAge
    self.mayStore = mayStore
    self.backoff = backoff
    self.deadline = deadline
    self.restAfterRefusal = restAfterRefusal
  }
}
