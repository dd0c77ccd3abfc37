/// How old a stored reply is and whether it may still be used (RFC 9111 § 4.2).
public struct Freshness: Sendable, Equatable {
  /// Seconds since the server made the reply, as far as can be known.
  public let age: Int64
  /// Seconds for which it counts as fresh.
  public let lifetime: Int64
  /// Seconds beyond its lifetime for which it may stand in for an error; nil where the server
  /// forbids that.
  public let staleAllowance: Int64?

  /// - Parameters:
  ///   - freshFor: Seconds that the source's own entry grants where the server says nothing.
  ///   - staleFor: Seconds beyond freshness for which the source's entry lets a reply stand in
  ///     for an error where the server does not forbid it; the server's `stale-if-error` may
  ///     grant more.
  public init(of head: ReplyHead, now: Instant, freshFor: Int64, staleFor: Int64) {
    let control = head.cacheControl
    age = Freshness.age(of: head, now: now)
    lifetime = Freshness.lifetime(of: head, control: control, otherwise: freshFor)
    if control.mustRevalidate || control.noCache {
      staleAllowance = nil
    } else {
      staleAllowance = max(staleFor, control.staleIfError ?? 0)
    }
  }

  /// Usable without asking the server. `maxAge` is what the user accepts at most, in seconds.
  public func isFresh(maxAge: Int64? = nil) -> Bool {
    age < lifetime && age <= (maxAge ?? .max)
  }

  /// Usable when the server cannot be asked, marked as stale.
  public var isUsableStale: Bool {
    guard let staleAllowance else { return false }
    let (limit, overflow) = lifetime.addingReportingOverflow(staleAllowance)
    return overflow || age <= limit
  }

  /// RFC 9111 § 4.2.3. A clock set back by over a minute since the reply arrived says nothing
  /// about its age: the reply then counts as a day old rather than as new.
  private static func age(of head: ReplyHead, now: Instant) -> Int64 {
    let residence = now.since(head.receivedAt)
    let apparent =
      head.headers.first("date").flatMap { HTTPDate.parse($0, now: now) }
      .map { max(0, head.receivedAt.since($0)) } ?? 0
    let delay = max(0, head.receivedAt.since(head.requestedAt))
    let stated = CacheControl.seconds(head.headers.first("age").map { String($0.trimmed) }) ?? 0
    let initial = max(apparent, stated + delay)
    if residence < -60 { return max(initial, 86_400) }
    let (sum, overflow) = initial.addingReportingOverflow(max(0, residence))
    return overflow ? .max : sum
  }

  private static func lifetime(
    of head: ReplyHead, control: CacheControl, otherwise freshFor: Int64
  ) -> Int64 {
    if control.noCache { return 0 }
    if let maxAge = control.maxAge { return maxAge }
    if let expires = head.headers.first("expires") {
      // § 5.3: an unreadable date, "0" above all, means already expired.
      guard let end = HTTPDate.parse(expires, now: head.receivedAt) else { return 0 }
      let date =
        head.headers.first("date").flatMap { HTTPDate.parse($0, now: head.receivedAt) }
        ?? head.receivedAt
      return max(0, end.since(date))
    }
    return freshFor
  }
}
