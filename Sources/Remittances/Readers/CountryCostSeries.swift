import Quantities

/// A country's average cost by year, as the World Bank's indicator API gives it.
public struct CountryCostSeries: Sendable, Equatable {
  /// The indicator's code, such as `SI.RMT.COST.IB.ZS`.
  public let indicator: String
  /// The country's three letters.
  public let country: String
  /// The day the series was last changed, as stated.
  public let updated: Day?
  /// By year, percent of the amount; years without a value are left out.
  public let values: [Int: ExactDecimal]
  /// Years the series names without a value.
  public let emptyYears: [Int]
}
