import Quantities

/// The three date forms of HTTP (RFC 9110 § 5.6.7), read strictly enough to trust them.
public enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
  /// `Sun Nov  6 08:49:37 1994`; nil for anything else. A two-digit year more than fifty years
  /// ahead of `now` means the past century, as § 5.6.7 asks.
  public static func parse(_ text: String, now: Instant = .now()) -> Instant? {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 6, words[0].hasSuffix(","), words[5] == "GMT" {
      return instant(day: words[1], month: words[2], year: words[3], time: words[4])
    }
    if words.count == 4, words[0].hasSuffix(","), words[3] == "GMT" {
      let parts = words[1].split(separator: "-").map(String.init)
      guard parts.count == 3, parts[2].utf8.count == 2, let short = number(parts[2]) else {
        return nil
      }
      let thisYear = now.day.year
      var year = thisYear / 100 * 100 + short
      if year > thisYear + 50 { year -= 100 }
      return instant(day: parts[0], month: parts[1], year: String(year), time: words[2])
    }
    if words.count == 5, words[0].utf8.count == 3 {
      return instant(day: words[2], month: words[1], year: words[4], time: words[3])
    }
    return nil
  }

  /// The preferred form, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  public static func format(_ instant: Instant) -> String {
    let day = instant.day
    let (year, month, dayOfMonth) = day.components
    // 1970-01-01 was a Thursday.
    let weekday = weekdays[((Int(day.number) % 7) + 7) % 7]
    let paddedYear = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    let paddedDay = dayOfMonth < 10 ? "0\(dayOfMonth)" : "\(dayOfMonth)"
    return "\(weekday), \(paddedDay) \(months[month - 1]) \(paddedYear) \(instant.clock) GMT"
  }

  private static func instant(day: String, month: String, year: String, time: String) -> Instant? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let monthIndex = months.firstIndex(of: month), clock.count == 3, let day = number(day),
      let year = number(year), year > 0, let hour = number(clock[0]),
      let minute = number(clock[1]), let second = number(clock[2])
    else { return nil }
    return Day(year: year, month: monthIndex + 1, day: day).flatMap {
      Instant($0, hour: hour, minute: minute, second: second)
    }
  }

  /// A short run of digits and nothing else.
  private static func number(_ text: String) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
