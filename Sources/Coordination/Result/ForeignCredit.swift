import Formula
import Quantities

/// Periods of another country as a scheme counts them under an instrument.
public struct ForeignCredit: Sendable, Hashable {
  public let country: Country
  /// The scheme that certified them; nil where the rule book has none for the country.
  public let scheme: String?
  /// The sum in the unit of the country itself.
  public let sum: ExactDecimal
  public let sumUnit: PeriodUnit
  /// The sum in the unit of the scheme that counts them, overlaps taken out.
  public let counted: ExactDecimal
  public let countedUnit: PeriodUnit
  /// How much was left out because other periods cover the same time.
  public let leftOut: ExactDecimal
  /// How much was left out because it is more than a year can hold.
  public let overMaximum: ExactDecimal
  /// Under one year and left to the others (Reg. 883/2004 Art 57): not in the ratio.
  public let isTakenOver: Bool
  public let law: String
  /// The counted units by calendar year, and by class.
  public let byYear: YearSeries
  public let byClass: [PeriodType.Rank: YearSeries]
}
