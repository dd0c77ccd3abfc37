/// A calendar quarter in the years 1...9999.
@frozen
public struct CalendarQuarter: Sendable, Hashable {
  /// year × 4 + quarter of the year - 1.
  public let index: Int32

  init(unchecked index: Int32) {
    self.index = index
  }

  /// Creates the quarter of that index, or nil outside the years 1...9999.
  public init?(index: Int) {
    guard index >= 4, index <= 39_999 else { return nil }
    self.init(unchecked: Int32(index))
  }

  /// Creates a quarter, or nil where there is no such quarter or its year is outside 1...9999.
  public init?(year: Int, quarter: Int) {
    guard year >= 1, year <= 9999, quarter >= 1, quarter <= 4 else { return nil }
    self.init(unchecked: Int32(year * 4 + quarter - 1))
  }

  /// The year, 1...9999.
  public var year: Int { Int(index / 4) }
  /// The quarter of the year, 1...4.
  public var quarter: Int { Int(index % 4) + 1 }
  /// The first month.
  public var firstMonth: Month { Month(unchecked: index * 3) }
  /// The last month.
  public var lastMonth: Month { Month(unchecked: index * 3 + 2) }
  /// The first day.
  public var first: Day { firstMonth.first }
  /// The last day.
  public var last: Day { lastMonth.last }
  /// All days of the quarter.
  public var span: Span { Span(unchecked: first, last) }

  /// The quarter `quarters` later; throws `outOfRange` outside the years 1...9999.
  public func adding(quarters: Int) throws(CalendarError) -> CalendarQuarter {
    let (sum, overflow) = Int(index).addingReportingOverflow(quarters)
    guard !overflow, let quarter = CalendarQuarter(index: sum) else { throw .outOfRange }
    return quarter
  }
}

extension CalendarQuarter: Comparable, Strideable {
  /// Whether the left quarter is earlier.
  public static func < (left: CalendarQuarter, right: CalendarQuarter) -> Bool {
    left.index < right.index
  }

  /// The number of quarters from this quarter to `other`.
  public func distance(to other: CalendarQuarter) -> Int { Int(other.index) - Int(index) }

  /// The quarter `quarters` later, held at the first and the last supported quarter.
  ///
  /// For ranges; ``adding(quarters:)`` reports quarters out of range instead.
  public func advanced(by quarters: Int) -> CalendarQuarter {
    let (sum, overflow) = Int(index).addingReportingOverflow(quarters)
    let held = overflow ? (quarters < 0 ? 4 : 39_999) : min(max(sum, 4), 39_999)
    return CalendarQuarter(unchecked: Int32(held))
  }
}

extension CalendarQuarter: CustomStringConvertible {
  /// The quarter as YYYY-Q1.
  public var description: String { String(firstMonth.description.prefix(5)) + "Q\(quarter)" }
}
