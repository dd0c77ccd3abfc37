import Quantities

/// One thing that could go otherwise than the case says.
public enum Change: Sendable, Hashable {
  /// Employment in a country, from a day (nil: where the present record there ends) to a day.
  ///
  /// - `wage`: nil carries the last full year's earnings on.
  case work(Country, from: Day?, until: Day, wage: Wage?)
  /// Residence in a country without work.
  case live(Country, from: Day?, until: Day)
  /// The pension of a country or scheme, or every pension, from another day.
  case claim(Party?, from: Day)
  /// The person lives in another country.
  case move(Country)

  /// Whose pension is claimed.
  public enum Party: Sendable, Hashable {
    case country(Country)
    case scheme(String)
  }

  /// What is earned, as one typical wage.
  public struct Wage: Sendable, Hashable {
    public let amount: ExactDecimal
    public let currency: Currency?
    public let per: PeriodUnit

    public init(_ amount: ExactDecimal, _ currency: Currency?, per: PeriodUnit) {
      self.amount = amount
      self.currency = currency
      self.per = per
    }
  }
}
