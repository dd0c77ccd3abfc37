import Quantities
import Remittances

/// Statistics and rankings for programs.
public enum StatisticsJSON {
  /// The statistics of one corridor.
  public static func json(
    _ corridor: Corridor, _ series: [QuarterPoint], _ statistics: CorridorStatistics?
  ) -> PriceJSON {
    .object([
      ("format", .text("sojourn/corridor-statistics/1")),
      ("from", .text(corridor.from.code)), ("to", .text(corridor.to.code)),
      ("mode", .text(CostMode.onTop.rawValue)),
      ("series", .list(series.map(point))),
      ("services", statistics.map(services) ?? .null),
    ])
  }

  /// All corridors of one country.
  public static func json(_ ranking: CorridorRanking) -> PriceJSON {
    .object([
      ("format", .text("sojourn/corridor-ranking/1")),
      ("from", .text(ranking.from.code)),
      ("quarter", .optional(ranking.quarter?.description)),
      ("simple_mean", .decimal(rounded(ranking.simpleMean))),
      ("weighted_mean", .decimal(rounded(ranking.weightedMean))),
      ("corridors", .list(ranking.entries.map(entry))),
      ("older", .list(ranking.older.map(entry))),
    ])
  }

  private static func entry(_ entry: CorridorRanking.Entry) -> PriceJSON {
    .object([
      ("to", .text(entry.corridor.to.code)), ("newest", point(entry.newest)),
      ("year_before", entry.yearBefore.map(point) ?? .null),
      ("flow_million_usd", .decimal(entry.flow)),
    ])
  }

  private static func point(_ point: QuarterPoint) -> PriceJSON {
    .object([
      ("quarter", .text(point.quarter.description)),
      ("total_percent_200", .decimal(rounded(point.total200))),
      ("total_percent_500", .decimal(rounded(point.total500))),
      ("services", .optional(point.services)), ("basis", .text(point.basis.rawValue)),
      ("source", .text(point.provenance.source.rawValue)),
      ("observed", .text(point.provenance.observed.description)),
      ("retrieved", .text(point.provenance.retrieved.description)),
      ("tier", .text(point.provenance.tier.rawValue)),
      ("licence", .text(point.provenance.licence)),
    ])
  }

  private static func services(_ statistics: CorridorStatistics) -> PriceJSON {
    .object([
      ("quarter", .text(statistics.quarter.description)),
      ("mean_percent_200", .decimal(rounded(statistics.mean200))),
      ("mean_percent_500", .decimal(rounded(statistics.mean500))),
      ("rows", .integer(statistics.services)), ("firms", .integer(statistics.firms)),
      ("left_out_not_transparent", .integer(statistics.opaque)),
      ("smart_style_by_row", smart(statistics.smartByRow)),
      ("smart_style_by_firm", smart(statistics.smartByFirm)),
      ("cheapest_ways", .list(statistics.ways.map(way))),
    ])
  }

  private static func smart(_ smart: SmartStyle) -> PriceJSON {
    .object([
      ("mean_percent", .decimal(rounded(smart.mean))),
      ("qualifying", .integer(smart.qualifying)),
      ("firms", .list(smart.rows.map { .text($0.firm) })),
      ("tests_applied", .list(SmartStyle.applied.map { .text($0.rawValue) })),
      ("tests_not_applied", .list(SmartStyle.notApplied.map { .text($0.rawValue) })),
    ])
  }

  private static func way(_ way: CorridorStatistics.Way) -> PriceJSON {
    .object([
      ("pay_in", .text(way.payIn.rawValue)), ("pay_out", .text(way.payOut.rawValue)),
      ("firm", .text(way.cheapest.firm)), ("total_percent_200", .decimal(way.cheapest.low.total)),
      ("speed", .text(way.cheapest.speed.rawValue)),
      ("flags", .list(way.cheapest.flags.codes.map { .text($0) })),
      ("services", .integer(way.services)),
    ])
  }

  /// Means to six decimals: more digits would promise what the rows do not hold.
  private static func rounded(_ value: ExactDecimal?) -> ExactDecimal? {
    value.map { (try? $0.rounded(places: 6, .halfUp)) ?? $0 }
  }
}
