/// A calendar month in the years 1...9999.
@frozen
public struct Month: Sendable, Hashable {
  /// year × 12 + month of the year - 1.
  public let index: Int32

  @inlinable
  init(unchecked index: Int32) {
    self.index = index
  }

  /// 0001-01.
  public static var earliest: Month { @inlinable get { Month(unchecked: 12) } }
  /// 9999-12.
  public static var latest: Month { @inlinable get { Month(unchecked: 119_999) } }

  /// Creates the month of that index, or nil outside the years 1...9999.
  @inlinable
  public init?(index: Int) {
    guard index >= 12, index <= 119_999 else { return nil }
    self.init(unchecked: Int32(truncatingIfNeeded: index))
  }

  /// Creates a month, or nil where there is no such month or its year is outside 1...9999.
  @inlinable
  public init?(year: Int, month: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12 else { return nil }
    self.init(unchecked: Int32(truncatingIfNeeded: year &* 12 &+ month &- 1))
  }

  /// The year, 1...9999.
  public var year: Int { @inlinable get { Int(UInt32(bitPattern: index) / 12) } }
  /// The month of the year, 1...12.
  public var month: Int { @inlinable get { Int(UInt32(bitPattern: index) % 12) &+ 1 } }
  /// The first day.
  public var first: Day { @inlinable get { Day(valid: year, month, 1) } }
  /// The last day.
  public var last: Day { @inlinable get { Day(valid: year, month, length) } }
  /// The number of days, 28...31.
  public var length: Int { @inlinable get { Day.length(ofMonth: month, year: year) } }
  /// All days of the month.
  public var span: Span { Span(unchecked: first, last) }

  /// The calendar quarter that holds this month.
  public var calendarQuarter: CalendarQuarter {
    CalendarQuarter(unchecked: Int32(UInt32(bitPattern: index) / 3))
  }

  /// The month `months` later; throws `outOfRange` outside the years 1...9999.
  @inlinable
  public func adding(months: Int) throws(CalendarError) -> Month {
    let (sum, overflow) = Int(index).addingReportingOverflow(months)
    guard !overflow, let month = Month(index: sum) else { throw .outOfRange }
    return month
  }
}

extension Month: Comparable, Strideable {
  /// Whether the left month is earlier.
  @inlinable
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The number of months from this month to `other`.
  @inlinable
  public func distance(to other: Month) -> Int { Int(other.index) &- Int(index) }

  /// The month `months` later, held at the first and the last supported month.
  ///
  /// For ranges; ``adding(months:)`` reports months out of range instead.
  @inlinable
  public func advanced(by months: Int) -> Month {
    let (sum, overflow) = Int(index).addingReportingOverflow(months)
    if overflow { return months < 0 ? .earliest : .latest }
    return Month(index: sum) ?? (months < 0 ? .earliest : .latest)
  }
}

extension Month: LosslessStringConvertible, CustomStringConvertible {
  /// The month as YYYY-MM.
  public var description: String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 7) { buffer in
      buffer.initialize(repeating: UInt8(ascii: "-"))
      CivilText.put(year, digits: 4, at: 0, of: buffer)
      CivilText.put(month, digits: 2, at: 5, of: buffer)
      return String(decoding: buffer, as: UTF8.self)
    }
  }

  /// Reads exactly YYYY-MM; nil for anything else.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = CivilText.number(bytes, 0, 4), let month = CivilText.number(bytes, 5, 2)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// Reads exactly YYYY-MM; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let month = CivilText.read(text, Month.init(parsing:)) else { return nil }
    self = month
  }

  /// Reads exactly YYYY-MM; nil for anything else.
  public init?(_ description: String) {
    guard let month = CivilText.read(description, Month.init(parsing:)) else { return nil }
    self = month
  }
}
