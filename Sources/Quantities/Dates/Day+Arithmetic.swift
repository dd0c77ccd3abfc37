extension Day {
  /// The day `days` later; throws `outOfRange` outside the years 1...9999.
  @inlinable
  public func adding(days: Int) throws(CalendarError) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow, let day = Day(number: sum) else { throw .outOfRange }
    return day
  }

  /// The same day of the month `months` later, or that month's last day where it is shorter:
  /// 31 January and one month make 28 or 29 February.
  ///
  /// Throws `outOfRange` outside the years 1...9999.
  public func adding(months: Int) throws(CalendarError) -> Day {
    let parts = components
    let month = try Month(unchecked: Int32(parts.year * 12 + parts.month - 1))
      .adding(months: months)
    return Day(
      valid: month.year, month.month,
      min(parts.day, Day.length(ofMonth: month.month, year: month.year)))
  }

  /// The same day `years` later; 29 February becomes 28 February in a common year.
  ///
  /// Throws `outOfRange` outside the years 1...9999.
  public func adding(years: Int) throws(CalendarError) -> Day {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { throw .outOfRange }
    return try adding(months: months)
  }

  /// The day that many years and months later, as ``adding(months:)`` counts them.
  ///
  /// Throws `outOfRange` outside the years 1...9999.
  public func adding(_ duration: YearMonths) throws(CalendarError) -> Day {
    try adding(months: duration.totalMonths)
  }
}
