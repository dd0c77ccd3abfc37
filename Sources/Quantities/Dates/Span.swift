/// A stretch of days, from the first to the last, both included.
@frozen
public struct Span: Sendable, Hashable {
  /// The first day.
  public let first: Day
  /// The last day, not before the first.
  public let last: Day

  @inlinable
  init(unchecked first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  /// Creates the span of both days and all between them, or nil where `last` is before `first`.
  @inlinable
  public init?(from first: Day, to last: Day) {
    guard first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  /// Creates the span of a single day.
  @inlinable
  public init(_ day: Day) {
    self.init(unchecked: day, day)
  }

  /// All days of a calendar year, or nil outside 1...9999.
  public init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    self.init(unchecked: first, first.lastOfYear)
  }

  /// The number of days, at least 1.
  public var days: Int { @inlinable get { first.distance(to: last) &+ 1 } }

  /// Whether the day lies in the span.
  @inlinable
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Whether all days of `other` lie in the span.
  @inlinable
  public func contains(_ other: Span) -> Bool { first <= other.first && other.last <= last }

  /// Whether the spans share a day.
  @inlinable
  public func overlaps(_ other: Span) -> Bool { first <= other.last && other.first <= last }

  /// The days that both spans have, or nil.
  @inlinable
  public func intersection(_ other: Span) -> Span? {
    Span(from: max(first, other.first), to: min(last, other.last))
  }

  /// The days before `day`, or nil if there are none.
  public func part(before day: Day) -> Span? {
    guard last >= day else { return self }
    guard let before = try? day.adding(days: -1) else { return nil }
    return Span(from: first, to: before)
  }

  /// The months of which at least one day lies in the span.
  public var monthsTouched: ClosedRange<Month> {
    first.calendarMonth...last.calendarMonth
  }

  /// The months that lie in the span with all their days, or nil.
  public var fullMonths: ClosedRange<Month>? {
    let touched = monthsTouched
    let lower =
      touched.lowerBound.first == first
      ? touched.lowerBound.index : touched.lowerBound.index + 1
    let upper =
      touched.upperBound.last == last
      ? touched.upperBound.index : touched.upperBound.index - 1
    return lower <= upper ? Month(unchecked: lower)...Month(unchecked: upper) : nil
  }

  /// The number of months that lie in the span with all their days.
  public var fullMonthCount: Int { fullMonths?.count ?? 0 }

  /// The quarters of which at least one day lies in the span.
  public var quartersTouched: ClosedRange<CalendarQuarter> {
    first.calendarQuarter...last.calendarQuarter
  }

  /// The calendar years of which at least one day lies in the span.
  public var years: ClosedRange<Int> { first.year...last.year }

  /// The part of the span in a calendar year, or nil.
  public func intersection(year: Int) -> Span? {
    Span(year: year).flatMap { intersection($0) }
  }
}

extension Span: CustomStringConvertible {
  /// The span as "2001-01-15...2010-03-31".
  public var description: String { "\(first)...\(last)" }
}
