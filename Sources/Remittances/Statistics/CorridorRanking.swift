import Quantities

/// All corridors from one country, cheapest first.
public struct CorridorRanking: Sendable {
  /// One corridor in its newest quarter.
  public struct Entry: Sendable, Hashable {
    public let corridor: Corridor
    public let newest: QuarterPoint
    /// The same quarter of the year before, where it is stored.
    public let yearBefore: QuarterPoint?
    /// Estimated flow in million US dollars, where it is known.
    public let flow: ExactDecimal?
  }

  public let from: Country
  /// Corridors with a mean in the country's newest quarter, cheapest first.
  public let entries: [Entry]
  /// Corridors whose newest quarter is older, newest first.
  public let older: [Entry]
  /// The newest quarter; nil where no corridor is known.
  public let quarter: CalendarQuarter?
  /// Simple mean of the corridors' means.
  public let simpleMean: ExactDecimal?
  /// Mean of the corridors' means, weighted by the flows of those that have one.
  public let weightedMean: ExactDecimal?

  public init(from: Country, entries all: [Entry]) throws(ArithmeticError) {
    self.from = from
    let quarter = all.map(\.newest.quarter).max()
    self.quarter = quarter
    entries = all.filter { $0.newest.quarter == quarter }.sorted {
      ($0.newest.total200, $0.corridor.to.code) < ($1.newest.total200, $1.corridor.to.code)
    }
    older = all.filter { $0.newest.quarter != quarter }.sorted {
      ($1.newest.quarter, $0.newest.total200, $0.corridor.to.code)
        < ($0.newest.quarter, $1.newest.total200, $1.corridor.to.code)
    }
    simpleMean = try ExactDecimal.mean(entries.map(\.newest.total200))
    weightedMean = try WorldAverages.weighted(
      entries.compactMap { entry in entry.flow.map { (entry.newest.total200, $0) } })
  }
}
