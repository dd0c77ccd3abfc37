import Quantities

/// All prices stored on this machine: what the user imported, then the snapshot.
public final class PriceLibrary: StoredPrices {
  private let archives: [PriceArchive]

  /// - Parameter archives: the one to ask first comes first.
  public init(_ archives: [PriceArchive]) { self.archives = archives }

  /// Opens what there is in the usual places; a database that cannot be opened is reported and left
  /// out.
  public static func open(
    environment: (String) -> String? = CachePlace.variable, report: (any Error) -> Void
  ) -> PriceLibrary {
    var archives: [PriceArchive] = []
    if let path = PricePlaces.imported(environment: environment), PricePlaces.exists(path) {
      do { archives.append(try .imported(path)) } catch { report(error) }
    }
    if let path = PricePlaces.snapshot(environment: environment) {
      do { archives.append(try .snapshot(path)) } catch { report(error) }
    }
    return PriceLibrary(archives)
  }

  /// Whether there is nothing to ask.
  public var isEmpty: Bool { archives.isEmpty }

  /// The quarters of a corridor, oldest first; an imported quarter goes before the snapshot's.
  public func series(_ corridor: Corridor) throws -> [QuarterPoint] {
    var points: [CalendarQuarter: QuarterPoint] = [:]
    for archive in archives {
      for point in try archive.series(corridor) where points[point.quarter] == nil {
        points[point.quarter] = point
      }
    }
    return points.values.sorted { $0.quarter < $1.quarter }
  }

  /// The figures of a corridor's newest quarter that has rows, or of the quarter given; nil where
  /// there are no rows.
  public func statistics(
    _ corridor: Corridor, in quarter: CalendarQuarter? = nil
  ) throws -> CorridorStatistics? {
    guard let (rows, quarter, _) = try rows(corridor, in: quarter) else { return nil }
    return try CorridorStatistics(corridor: corridor, quarter: quarter, rows: rows)
  }

  /// The estimated flow of a corridor in million US dollars.
  public func flow(_ corridor: Corridor) throws -> ExactDecimal? {
    for archive in archives { if let flow = try archive.flow(corridor) { return flow } }
    return nil
  }

  /// All corridors from a country.
  public func ranking(from country: Country) throws -> CorridorRanking {
    var destinations: Set<Country> = []
    for archive in archives { destinations.formUnion(try archive.destinations(from: country)) }
    let entries = try destinations.sorted().compactMap { to -> CorridorRanking.Entry? in
      let corridor = Corridor(from: country, to: to)
      let series = try series(corridor)
      guard let newest = series.last else { return nil }
      let before = series.last { newest.quarter.index - $0.quarter.index == 4 }
      return CorridorRanking.Entry(
        corridor: corridor, newest: newest, yearBefore: before, flow: try flow(corridor))
    }
    return try CorridorRanking(from: country, entries: entries)
  }

  public func services(in corridor: Corridor) throws -> [ServicePrice] {
    guard let (rows, quarter, archive) = try rows(corridor, in: nil) else { return [] }
    let dataset = try archive.rowDataset(quarter)
    return try rows.compactMap { row in
      let observed = row.day.map { min(max($0, quarter.first), quarter.last) } ?? quarter.last
      return ServicePrice(
        row, corridor: corridor,
        provenance: try archive.provenance(dataset, observed: observed))
    }
  }

  public func mean(in corridor: Corridor) throws -> StoredMean? {
    guard let point = try series(corridor).last else { return nil }
    return StoredMean(
      corridor: corridor, quarter: point.quarter, totalAt200: point.total200,
      totalAt500: point.total500, services: point.services, provenance: point.provenance)
  }

  public func midMarket(
    from base: Currency, to quote: Currency, on day: Day?
  ) throws -> MidMarketRate? {
    for archive in archives {
      if let rate = try archive.midMarket(from: base, to: quote, on: day) { return rate }
    }
    return nil
  }

  /// The rows of a corridor in a quarter, or in the newest one that has any.
  private func rows(
    _ corridor: Corridor, in quarter: CalendarQuarter?
  ) throws -> ([ServiceRow], CalendarQuarter, PriceArchive)? {
    var best: (CalendarQuarter, PriceArchive)?
    for archive in archives {
      let quarters = try archive.quarters(corridor)
      let found = quarter.map { quarters.contains($0) ? $0 : nil } ?? quarters.last
      if let found, best.map({ $0.0 < found }) ?? true { best = (found, archive) }
    }
    guard let (quarter, archive) = best else { return nil }
    return (try archive.rows(corridor, quarter), quarter, archive)
  }
}
