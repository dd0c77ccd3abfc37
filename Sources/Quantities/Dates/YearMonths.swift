/// A duration of years and months, such as a pensionable age of 66 years and 4 months.
@frozen
public struct YearMonths: Sendable, Hashable, Comparable {
  /// The whole duration in months, at least 0.
  public let totalMonths: Int

  /// Creates a duration of months, or nil where it is negative or 10,000 years and more.
  public init?(months: Int) {
    guard months >= 0, months < 120_000 else { return nil }
    totalMonths = months
  }

  /// Creates a duration, or nil where a part is negative or the whole 10,000 years and more.
  public init?(years: Int, months: Int = 0) {
    guard years >= 0, years < 10_000, months >= 0, months < 120_000 else { return nil }
    self.init(months: years * 12 + months)
  }

  /// The full years.
  public var years: Int { totalMonths / 12 }
  /// The months beyond the full years, 0...11.
  public var months: Int { totalMonths % 12 }

  /// Whether the left duration is shorter.
  public static func < (left: YearMonths, right: YearMonths) -> Bool {
    left.totalMonths < right.totalMonths
  }
}

extension YearMonths: CustomStringConvertible {
  /// The duration as "66 years 4 months", "65 years" or "1 month".
  public var description: String {
    let yearPart = years == 1 ? "1 year" : "\(years) years"
    let monthPart = months == 1 ? "1 month" : "\(months) months"
    if months == 0 { return yearPart }
    return years == 0 ? monthPart : "\(yearPart) \(monthPart)"
  }
}
