import Quantities

/// Prices and rates in a database on this machine: the embedded snapshot, or an imported workbook.
///
/// The finder asks it last, and its answers carry the tier `embedded`.
public protocol StoredPrices {
  /// The services of a corridor in its newest quarter, with the figures of that quarter.
  func services(in corridor: Corridor) throws -> [ServicePrice]
  /// The newest mean of a corridor; nil where none is stored.
  func mean(in corridor: Corridor) throws -> StoredMean?
  /// The rate of a day, or of the last day before it that has one; the newest where no day is
  /// given. Nil where either currency is not stored.
  func midMarket(from: Currency, to: Currency, on day: Day?) throws -> MidMarketRate?
}

/// What sending money in a corridor cost on average in a quarter.
public struct StoredMean: Sendable, Hashable {
  public var corridor: Corridor
  public var quarter: CalendarQuarter
  /// Total cost in per cent of the equivalent of 200 US dollars.
  public var totalAt200: ExactDecimal
  /// The same for 500 US dollars, where it is stored.
  public var totalAt500: ExactDecimal?
  /// How many services were surveyed, where that is stored.
  public var services: Int?
  public var provenance: Provenance

  public init(
    corridor: Corridor, quarter: CalendarQuarter, totalAt200: ExactDecimal,
    totalAt500: ExactDecimal?, services: Int?, provenance: Provenance
  ) {
    self.corridor = corridor
    self.quarter = quarter
    self.totalAt200 = totalAt200
    self.totalAt500 = totalAt500
    self.services = services
    self.provenance = provenance
  }
}
