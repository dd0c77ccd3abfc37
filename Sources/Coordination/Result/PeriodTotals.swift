import Quantities

/// Periods in the scheme's own unit.
public struct PeriodTotals: Sendable, Hashable {
  public let own: ExactDecimal
  /// What an agreement lets count beside them; 0 in an independent right.
  public let foreign: ExactDecimal
  public let total: ExactDecimal
  public let unit: PeriodUnit
}
