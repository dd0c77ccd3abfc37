import Quantities

/// The words people write, in one language, for what a career is made of: over the columns of a
/// table and into its fields.
public struct CareerWords: Sendable, Hashable {
  /// What a column of a table can say.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case country, scheme, from, to, year, type, earnings
    case monthlyEarnings = "monthly_earnings"
    case per, currency, days, weeks, months, quarters, years
    case daysPerWeek = "days_per_week"
    case note

    /// The unit of a certified sum that stands in the column.
    public var unit: PeriodUnit? {
      switch self {
      case .days: .day
      case .weeks: .week
      case .months: .month
      case .quarters: .quarter
      case .years: .year
      default: nil
      }
    }
  }

  /// The code of the language, such as `de`.
  public let code: String
  public var fields: [Field: [String]] = [:]
  public var types: [PeriodType: [String]] = [:]
  public var units: [PeriodUnit: [String]] = [:]
  /// What stands for the last day of a period that goes on.
  public var ongoing: [String] = []
  /// The names of the twelve months.
  public var months: [[String]] = []
  public var currencies: [Currency: [String]] = [:]
  public var countries: [Country: [String]] = [:]

  public init(code: String) { self.code = code }
}
