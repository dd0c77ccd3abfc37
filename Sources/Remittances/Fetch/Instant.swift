import Glibc

/// A second of universal time, as HTTP and the cache count it.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The machine's clock, now.
  public static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The second `count` seconds later; stays at the ends of the range instead of overflowing.
  public func adding(_ count: Int64) -> Instant {
    let (sum, overflow) = seconds.addingReportingOverflow(count)
    return Instant(seconds: overflow ? (count > 0 ? .max : .min) : sum)
  }

  /// Seconds from `earlier` to this one, negative when it is later.
  public func since(_ earlier: Instant) -> Int64 {
    let (difference, overflow) = seconds.subtractingReportingOverflow(earlier.seconds)
    return overflow ? (seconds > earlier.seconds ? .max : .min) : difference
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in universal time, such as `2026-10-06T08:21:24Z`.
  public var description: String {
    let parts = CivilSecond(self)
    return parts.date + "T" + parts.time + "Z"
  }
}
