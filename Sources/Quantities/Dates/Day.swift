/// A civil day of the proleptic Gregorian calendar, in the years 1...9999.
@frozen
public struct Day: Sendable, Hashable {
  /// Days since 1970-01-01.
  public let number: Int32

  @inlinable
  init(unchecked number: Int32) {
    self.number = number
  }

  /// 0001-01-01.
  public static var earliest: Day { @inlinable get { Day(unchecked: -719_162) } }
  /// 9999-12-31.
  public static var latest: Day { @inlinable get { Day(unchecked: 2_932_896) } }

  /// Creates the day that many days after 1970-01-01, or nil outside the years 1...9999.
  @inlinable
  public init?(number: Int) {
    guard number >= -719_162, number <= 2_932_896 else { return nil }
    self.init(unchecked: Int32(truncatingIfNeeded: number))
  }

  /// Creates a day, or nil where there is no such day or its year is outside 1...9999.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(valid: year, month, day)
  }

  /// Creates a day from parts known to be valid.
  @inlinable
  init(valid year: Int, _ month: Int, _ day: Int) {
    // Years begin in March here, so that the leap day is the last of the year.
    let shifted = month <= 2 ? year &- 1 : year
    let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
    let century = shifted / 100
    let days = shifted &* 365 &+ shifted / 4 &- century &+ century / 4 &+ dayOfYear &- 719_468
    self.init(unchecked: Int32(truncatingIfNeeded: days))
  }

  /// Whether a year has 366 days.
  @inlinable
  public static func isLeap(_ year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year & 15 == 0)
  }

  /// The number of days of a month, 28...31.
  @inlinable
  public static func length(ofMonth month: Int, year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : 30 | (month ^ (month >> 3))
  }

  /// Year, month and day of the month.
  @inlinable
  public var components: (year: Int, month: Int, day: Int) {
    let days = UInt32(bitPattern: number &+ 719_468)
    let century = (4 &* days &+ 3) / 146_097
    let inCentury = days &- (146_097 &* century) / 4
    let year = (4 &* inCentury &+ 3) / 1461
    let dayOfYear = inCentury &- (1461 &* year) / 4
    let month = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* month &+ 2) / 5 &+ 1
    let civil = Int(month < 10 ? month &+ 3 : month &- 9)
    return (Int(100 &* century &+ year) &+ (civil <= 2 ? 1 : 0), civil, Int(day))
  }

  /// The year, 1...9999.
  public var year: Int { @inlinable get { components.year } }
  /// The month of the year, 1...12.
  public var month: Int { @inlinable get { components.month } }
  /// The day of the month, 1...31.
  public var dayOfMonth: Int { @inlinable get { components.day } }

  /// The day of the year, 1...366.
  public var dayOfYear: Int {
    Int(number - Day(valid: components.year, 1, 1).number) + 1
  }

  /// The month that holds this day.
  public var calendarMonth: Month {
    @inlinable get {
      let parts = components
      return Month(unchecked: Int32(parts.year &* 12 &+ parts.month &- 1))
    }
  }

  /// The calendar quarter that holds this day.
  public var calendarQuarter: CalendarQuarter { calendarMonth.calendarQuarter }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday; the offset keeps the dividend positive.
    Weekday.allCases[(Int(number) + 719_166 + 3) % 7]
  }

  /// The first day of this day's month.
  public var firstOfMonth: Day {
    @inlinable get { Day(unchecked: number &- Int32(components.day &- 1)) }
  }

  /// The last day of this day's month.
  public var lastOfMonth: Day { @inlinable get { calendarMonth.last } }

  /// 1 January of this day's year.
  public var firstOfYear: Day { Day(valid: components.year, 1, 1) }

  /// 31 December of this day's year.
  public var lastOfYear: Day { Day(valid: components.year, 12, 31) }
}

extension Day: Comparable, Strideable {
  /// Whether the left day is earlier.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The number of days from this day to `other`.
  @inlinable
  public func distance(to other: Day) -> Int { Int(other.number) &- Int(number) }

  /// The day `days` later, held at the first and the last supported day.
  ///
  /// For ranges; ``adding(days:)`` reports days out of range instead.
  @inlinable
  public func advanced(by days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    if overflow { return days < 0 ? .earliest : .latest }
    return Day(number: sum) ?? (days < 0 ? .earliest : .latest)
  }
}
