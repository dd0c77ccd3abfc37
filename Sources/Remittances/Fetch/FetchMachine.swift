/// Decides, step by step and without touching a socket, how one question to a source is answered:
/// from the store, by asking, by asking again later, or not at all.
///
/// The driver starts it, does what each step says, and reports back what happened.
public struct FetchMachine: Sendable {
  /// What the driver must do next.
  public enum Step: Sendable, Equatable {
    /// Send a GET with these extra fields, then report with `replied` or `failed`.
    case send(conditions: [HTTPHeaders.Field])
    /// Wait that many milliseconds, then call `waited`.
    case wait(milliseconds: Int64)
    /// Done.
    case finish(Outcome)
  }

  /// How it ended.
  public enum Outcome: Sendable, Equatable {
    /// The stored reply is fresh enough.
    case stored
    /// The stored reply is past its time and stands in because of the error.
    case stale(because: FetchError)
    /// The server confirmed the stored reply; its head now reads so.
    case confirmed(ReplyHead)
    /// A new reply; `store` says whether terms and server let it be kept.
    case replied(store: Bool)
    case failed(FetchError)
  }

  /// What the reader said of a body.
  public enum Verdict: Sendable, Equatable {
    case valid
    case invalid(String)
    /// The status already says that there is nothing to read.
    case notRead
  }

  public let policy: FetchPolicy
  public let host: String
  let stored: ReplyHead?
  private var failures = 0
  private var deadlineAt: Int64 = .max
  private var isConditional = false
  /// The rest the host asked for, to be written down by the driver before anything else.
  public private(set) var restUntil: Instant?

  public init(policy: FetchPolicy, host: String, stored: ReplyHead?) {
    self.policy = policy
    self.host = host
    self.stored = stored
  }

  /// The first step.
  /// - Parameters:
  ///   - now: Universal time, for ages and rests.
  ///   - tick: A monotonic clock in milliseconds, for the deadline.
  ///   - restingUntil: The rest this host once asked for.
  public mutating func start(now: Instant, tick: Int64, restingUntil: Instant?) -> Step {
    deadlineAt = tick.addingReportingOverflow(policy.deadline).partialValue
    let freshness = freshness(now)
    if policy.mode != .refresh, let freshness, freshness.isFresh(maxAge: policy.maxAge) {
      return .finish(.stored)
    }
    if policy.mode == .offline { return fallBack(.offline, now: now) }
    if let restingUntil, restingUntil > now {
      return fallBack(.hostResting(host: host, until: restingUntil), now: now)
    }
    return send()
  }

  /// The wait is over.
  public mutating func waited(now: Instant, tick: Int64) -> Step {
    tick >= deadlineAt ? fallBack(.deadline, now: now) : send()
  }

  /// A reply came.
  public mutating func replied(
    _ head: ReplyHead, _ verdict: Verdict, now: Instant, tick: Int64,
    using random: inout some RandomNumberGenerator
  ) -> Step {
    switch head.status {
    case 304:
      guard isConditional, var confirmed = stored else {
        return fallBack(.unaskedNotModified, now: now)
      }
      confirmed.headers.update(from: head.headers)
      (confirmed.requestedAt, confirmed.receivedAt) = (head.requestedAt, head.receivedAt)
      return .finish(.confirmed(confirmed))
    case 200:
      switch verdict {
      case .valid: return .finish(.replied(store: mayStore(head)))
      case .invalid(let reason): return fallBack(.invalidReply(reason), now: now)
      case .notRead: return fallBack(.invalidReply("it was not read"), now: now)
      }
    case 429:
      let rest = RetryAfter.seconds(in: head.headers, now: now) ?? policy.restAfterRefusal
      restUntil = now.adding(rest)
      return fallBack(.status(429), now: now)
    case 408, 500, 502, 503, 504:
      let asked = RetryAfter.seconds(in: head.headers, now: now)
      return tryAgain(.status(head.status), asked: asked, now: now, tick: tick, using: &random)
    default: return fallBack(.status(head.status), now: now)
    }
  }

  /// No reply came.
  public mutating func failed(
    _ failure: TransferFailure, now: Instant, tick: Int64,
    using random: inout some RandomNumberGenerator
  ) -> Step {
    guard failure.isPassing else { return fallBack(.transfer(failure), now: now) }
    return tryAgain(.transfer(failure), asked: nil, now: now, tick: tick, using: &random)
  }

  /// The driver cannot go on, for a reason of its own.
  public func gaveUp(_ error: FetchError, now: Instant) -> Step { fallBack(error, now: now) }

  /// Milliseconds left of the deadline, never negative.
  public func remaining(tick: Int64) -> Int64 { max(0, deadlineAt - tick) }

  private mutating func send() -> Step {
    let conditions = stored?.conditions ?? []
    isConditional = !conditions.isEmpty
    return .send(conditions: conditions)
  }

  private mutating func tryAgain(
    _ error: FetchError, asked: Int64?, now: Instant, tick: Int64,
    using random: inout some RandomNumberGenerator
  ) -> Step {
    failures += 1
    let drawn = policy.backoff.wait(after: failures, using: &random)
    let wait = max(drawn, (asked ?? 0) * 1_000)
    let fits = failures < policy.backoff.tries && wait < remaining(tick: tick)
    if fits { return .wait(milliseconds: wait) }
    // What the host asked for outlives this process; a failure without a wish does not.
    if let asked, asked > 0 { restUntil = now.adding(asked) }
    return fallBack(error, now: now)
  }

  private func fallBack(_ error: FetchError, now: Instant) -> Step {
    guard let freshness = freshness(now) else { return .finish(.failed(error)) }
    if freshness.isFresh() || freshness.isUsableStale {
      return .finish(.stale(because: error))
    }
    return .finish(.failed(error))
  }

  private func freshness(_ now: Instant) -> Freshness? {
    stored.map { Freshness(of: $0, now: now, freshFor: policy.freshFor, staleFor: policy.staleFor) }
  }

  private func mayStore(_ head: ReplyHead) -> Bool {
    policy.mayStore && !head.cacheControl.noStore
  }
}
