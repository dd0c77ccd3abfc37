import Quantities

/// Reads the dates of a price sheet.
enum DateText {
  /// A day from `24/Jan/2011`, `24-Jan-11`, `2025-08-15`, `2025-08-15 00:00:00` or a serial number.
  static func day(_ text: String) -> Day? {
    let trimmed = text.drop { $0 == " " }
    if let day = Day(trimmed.prefix(10)) { return day }
    let parts = trimmed.split { "/- ".contains($0) }
    guard parts.count >= 3, let number = Int(parts[0]), var year = Int(parts[2]) else { return nil }
    if parts[2].count == 2 { year += 2000 }
    guard let month = months[parts[1].prefix(3).lowercased()] else { return nil }
    return Day(year: year, month: month, day: number)
  }

  /// A day from a serial number (ECMA-376 part 1, 18.17.4); a time of day is dropped.
  ///
  /// Serial 60 is the day 1900-02-29 that never was; numbers below are not dates of prices.
  static func day(serial: PackedDecimal, from1904: Bool) -> Day? {
    var whole = serial.mantissa
    for _ in 0..<serial.scale { whole /= 10 }
    guard whole > 60, whole < 2_958_466 else { return nil }
    // Serial 25569 is 1970-01-01 in the 1900 system, 24107 in the 1904 system.
    return Day(number: Int(whole) - (from1904 ? 24_107 : 25_569))
  }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  /// The quarter of `2011_1Q`, `2011Q1` or `2011Q1 [YR2011Q1]`.
  static func quarter(_ text: some StringProtocol) -> CalendarQuarter? {
    let characters = Array(text.utf8.prefix(7))
    guard characters.count >= 6, let year = Int(text.prefix(4)) else { return nil }
    func digit(_ byte: UInt8) -> Int { Int(byte) - 0x30 }
    if characters.count == 7, characters[4] == UInt8(ascii: "_"), characters[6] | 0x20 == 0x71 {
      return CalendarQuarter(year: year, quarter: digit(characters[5]))
    }
    if characters[4] | 0x20 == 0x71 {
      return CalendarQuarter(year: year, quarter: digit(characters[5]))
    }
    return nil
  }

  /// The period of a quarter as the World Bank writes it: `2011_1Q`.
  static func period(_ quarter: CalendarQuarter) -> String {
    "\(quarter.year)_\(quarter.quarter)Q"
  }
}
