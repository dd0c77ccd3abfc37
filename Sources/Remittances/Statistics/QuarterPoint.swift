import Quantities

/// The mean cost of a corridor in one quarter, as one point of its series.
public struct QuarterPoint: Sendable, Hashable {
  /// What the mean is of.
  public enum Basis: String, Sendable, Hashable {
    /// The transparent rows of the corridor, worked out here.
    case transparentRows = "transparent_rows"
    /// All rows of the corridor, as a derived file of means gives it.
    case allRows = "all_rows"
    /// The World Bank's own published average.
    case published
  }

  public let quarter: CalendarQuarter
  /// In per cent of the equivalent of 200 US dollars.
  public let total200: ExactDecimal
  /// In per cent of the equivalent of 500 US dollars, where it is known.
  public let total500: ExactDecimal?
  /// How many services, where it is known.
  public let services: Int?
  public let basis: Basis
  public let provenance: Provenance

  public init(
    quarter: CalendarQuarter, total200: ExactDecimal, total500: ExactDecimal?, services: Int?,
    basis: Basis, provenance: Provenance
  ) {
    self.quarter = quarter
    self.total200 = total200
    self.total500 = total500
    self.services = services
    self.basis = basis
    self.provenance = provenance
  }
}
