/// Completed years and months between two days.
///
/// The n-th month is complete on the day that ``Day/adding(months:)`` gives: someone born on
/// 29 February completes a year on 28 February of a common year. Laws under which an age is
/// completed at the end of the day before the birthday subtract that day themselves.
public enum Age {
  /// The full years from one day to another; negative where `day` is before `start`.
  public static func completedYears(from start: Day, to day: Day) -> Int {
    completedMonths(from: start, to: day) / 12
  }

  /// The full months from one day to another; negative where `day` is before `start`.
  public static func completedMonths(from start: Day, to day: Day) -> Int {
    if day < start { return -completedMonths(from: day, to: start) }
    let birth = start.components
    let now = day.components
    let months = (now.year - birth.year) * 12 + now.month - birth.month
    let reached = min(birth.day, Day.length(ofMonth: now.month, year: now.year))
    return now.day >= reached ? months : months - 1
  }

  /// The age in full years and months, or nil where `day` is before `start`.
  public static func completed(from start: Day, to day: Day) -> YearMonths? {
    day < start ? nil : YearMonths(months: completedMonths(from: start, to: day))
  }
}
