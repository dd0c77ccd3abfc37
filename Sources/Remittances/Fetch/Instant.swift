import Glibc
import Quantities

/// A second of universal time, as HTTP and the cache count it.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// A day's clock reading in universal time; nil outside 00:00:00 to 23:59:60.
  public init?(_ day: Day, hour: Int, minute: Int, second: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
      return nil
    }
    // A leap second has no number of its own.
    let time = hour * 3_600 + minute * 60 + min(second, 59)
    seconds = Int64(day.number) * 86_400 + Int64(time)
  }

  /// The machine's clock, now.
  public static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  /// The day this second is in, in universal time, held within what `Day` reaches.
  public var day: Day {
    let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    if number <= Int64(Day.earliest.number) { return .earliest }
    return Day(number: Int(clamping: number)) ?? .latest
  }

  /// The second of its day, 0 to 86,399.
  public var secondOfDay: Int { Int(((seconds % 86_400) + 86_400) % 86_400) }

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
