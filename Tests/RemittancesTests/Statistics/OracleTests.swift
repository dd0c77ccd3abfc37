import Foundation
import Quantities
import Testing

@testable import Remittances

/// The statistics of the shipped snapshot against what the World Bank published.
@Suite struct OracleTests {
  static func archive() throws -> PriceArchive {
    try PriceArchive.snapshot(
      SharedFiles.package.appending(path: "RateCache/snapshot.sqlite").path(percentEncoded: false))
  }

  static func rows(_ period: String) throws -> [ServiceRow] {
    try archive().rows(try #require(DateText.quarter(period)))
  }

  @Test func theGlobalAverageOfTheFirstQuarterOf2014() throws {
    let average = try #require(try WorldAverages.global(try Self.rows("2014_1Q")))
    #expect(average.text(places: 4) == "8.3596")
  }

  @Test(arguments: [("2014_1Q", "8.31"), ("2014_2Q", "8.12")])
  func theAveragesOfTheG20(period: String, published: String) throws {
    let average = try #require(try WorldAverages.g20(try Self.rows(period)))
    #expect(average.text(places: 2) == published)
  }

  @Test func theSecondQuarterOf2014HasTheCorridorsItHad() throws {
    let rows = try Self.rows("2014_2Q")
    #expect(Set(rows.map { $0.source + $0.destination }).count == 226)
    #expect(Set(rows.map(\.source)).count == 32)
    #expect(Set(rows.map(\.destination)).count == 89)
  }

  /// 2,167 corridor-quarters: the mean of the transparent rows is the DataBank's average.
  @Test(.enabled(if: SharedFiles.exist)) func everyMeanIsTheDataBanks() throws {
    let archive = try Self.archive()
    let tolerance = try #require(ExactDecimal("0.00001"))
    var means: [String: ExactDecimal] = [:]
    for period in try archive.periods() {
      let groups = Dictionary(grouping: try archive.rows(period)) { $0.source + $0.destination }
      for (corridor, rows) in groups {
        let totals = rows.filter(\.isTransparent).compactMap(\.low.total)
        means[corridor + DateText.period(period)] = try ExactDecimal.mean(totals)
      }
    }
    var equal = 0
    var count = 0
    try PlainFile.table(
      of: SharedFiles.remittances + "/oracle_corridor_quarter_2011_2014.csv.gz",
      columns: ["period", "source_code", "destination_code", "databank_avg_cost_pct_200usd"]
    ) { cells in
      count += 1
      let published = try #require(ExactDecimal(cells[3]))
      let mean = try #require(means[cells[1] + cells[2] + cells[0]])
      if try mean.subtracting(published).magnitude <= tolerance { equal += 1 }
    }
    #expect(count == 2167 && equal == 2167)
  }

  @Test func theOutliersOf2025Stay() throws {
    let archive = try Self.archive()
    let quarter = try #require(CalendarQuarter(year: 2025, quarter: 1))
    for (from, to, total) in [
      ("TUR", "BGR", "104.3"), ("TZA", "UGA", "63.6"), ("ARE", "SDN", "-19.9"),
    ] {
      let corridor = Corridor(
        from: try #require(Country(from)), to: try #require(Country(to)))
      let point = try #require(try archive.series(corridor).last)
      #expect(point.quarter == quarter && point.total200.text(places: 1) == total)
    }
  }
}

extension PriceArchive {
  /// The quarters that have rows.
  func periods() throws -> [CalendarQuarter] {
    var found: [CalendarQuarter] = []
    try database.prepare("SELECT DISTINCT quarter FROM price_row ORDER BY quarter").forEachRow {
      if let quarter = CalendarQuarter(index: $0.integer(0)) { found.append(quarter) }
    }
    return found
  }
}
