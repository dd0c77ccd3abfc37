import Foundation
import Quantities
import Testing

@testable import Remittances

@Suite struct SnapshotTests {
  static let rateCache = SharedFiles.package.appending(path: "RateCache")
    .path(percentEncoded: false)

  static func library() throws -> PriceLibrary {
    PriceLibrary([try PriceArchive.snapshot(rateCache + "/snapshot.sqlite")])
  }

  static func corridor(_ from: String, _ to: String) throws -> Corridor {
    Corridor(from: try #require(Country(from)), to: try #require(Country(to)))
  }

  /// The shipped file is what the command makes of the published files, to the byte.
  @Test(.enabled(if: SharedFiles.exist)) func isMadeFromThePublishedFiles() throws {
    let folder = try SharedFiles.folder()
    let path = folder.appending(path: "one").path(percentEncoded: false)
    let summary = try SnapshotBuilder.build(
      from: SharedFiles.remittances, rateCache: Self.rateCache,
      retrieved: try #require(Day("2026-10-30")), to: path)
    #expect(summary.rows == 28_467 && summary.means == 10_468)
    let made = try Data(contentsOf: URL(filePath: path))
    let kept = try Data(contentsOf: URL(filePath: Self.rateCache + "/snapshot.sqlite"))
    #expect(made.count < 12 << 20)
    // SQLite puts its own version at offset 96; another version may lay its pages out otherwise.
    if made[96..<100] == kept[96..<100] { #expect(made == kept) }
    let shipped = try PriceArchive.snapshot(Self.rateCache + "/snapshot.sqlite").database
    let fresh = try PriceArchive.snapshot(folder.appending(path: "one").path(percentEncoded: false))
      .database
    for table in [
      "dataset", "text", "price_row", "corridor_mean", "reference_rate", "parity", "flow",
    ] {
      let sum = "SELECT count(*) FROM \(table)"
      #expect(try shipped.integer(sum) == fresh.integer(sum), "\(table)")
    }
    let fingerprints = "SELECT group_concat(fingerprint || rows, ';') FROM dataset"
    #expect(try shipped.text(fingerprints) == fresh.text(fingerprints))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func everyFigureHasItsLicence() throws {
    let database = try PriceArchive.snapshot(Self.rateCache + "/snapshot.sqlite").database
    #expect(try database.integer("SELECT count(*) FROM dataset WHERE licence = ''") == 0)
    #expect(try database.integer("SELECT count(*) FROM dataset") == 6)
    let notice = try String(
      contentsOf: SharedFiles.package.appending(path: "NOTICE"), encoding: .utf8)
    for name in ["Remittance Prices Worldwide", "DataBank", "KNOMAD", "European Central Bank"] {
      #expect(notice.contains(name))
    }
  }

  @Test func cannotBeWritten() throws {
    let archive = try PriceArchive.snapshot(Self.rateCache + "/snapshot.sqlite")
    let error = #expect(throws: SQLError.self) {
      try archive.database.execute("DELETE FROM flow")
    }
    #expect(error?.code == "sql.read_only")
  }

  @Test func theSeriesJoinsItsSources() throws {
    let series = try Self.library().series(try Self.corridor("GB", "NG"))
    #expect(series.first?.basis == .transparentRows)
    #expect(series.contains { $0.basis == .published } && series.last?.basis == .allRows)
    #expect(series.last?.quarter == CalendarQuarter(year: 2025, quarter: 1))
    #expect(zip(series, series.dropFirst()).allSatisfy { $0.quarter < $1.quarter })
    #expect(series.allSatisfy { $0.provenance.tier == .embedded })
  }

  @Test func ranksByTheNewestQuarter() throws {
    let ranking = try Self.library().ranking(from: try #require(Country("GB")))
    #expect(ranking.quarter == CalendarQuarter(year: 2025, quarter: 1))
    #expect(ranking.entries.count > 20 && ranking.weightedMean != nil)
    #expect(
      zip(ranking.entries, ranking.entries.dropFirst())
        .allSatisfy { $0.newest.total200 <= $1.newest.total200 })
    #expect(ranking.older.allSatisfy { $0.newest.quarter.index < 8100 })
  }

  @Test func servicesCarryTheirDateAndTheirUnknowns() throws {
    let services = try Self.library().services(in: try Self.corridor("US", "MX"))
    #expect(services.count == 15)
    #expect(services.allSatisfy { $0.provenance.observed.year == 2014 })
    let opaque = services.filter { $0.flags.contains(.marginUnknown) }
    for service in opaque {
      #expect(try service.cost(of: 200, mode: .onTop).totalPercent == nil)
    }
  }

  @Test(arguments: [
    ("EUR", "XOF", "2020-05-01", "655.957", true), ("USD", "AED", "2020-05-04", "3.6725", true),
    ("EUR", "USD", "2026-10-30", "1.1172", false), ("EUR", "USD", "2026-11-23", "1.1172", false),
    ("EUR", "USD", "2026-10-25", "1.1114", false), ("ZAR", "LSL", "2024-01-05", "1", true),
  ])
  func knowsMidMarketRates(
    base: String, quote: String, day: String, rate: String, pegged: Bool
  ) throws {
    let found = try Self.library().midMarket(
      from: try #require(Currency(base)), to: try #require(Currency(quote)), on: Day(day))
    let known = try #require(found)
    #expect(known.isPegged == pegged)
    if day != "2026-10-25" { #expect(known.rate == ExactDecimal(rate)) }
    let asked = try #require(Day(day))
    #expect(known.provenance.observed <= asked)
    #expect(known.provenance.observed.distance(to: asked) < 30)
  }

  @Test func hasNoRateForWhatTheECBDoesNotQuote() throws {
    let naira = try #require(Currency("NGN"))
    let euro = try #require(Currency("EUR"))
    #expect(try Self.library().midMarket(from: euro, to: naira, on: nil) == nil)
    let rouble = try #require(Currency("RUB"))
    #expect(try Self.library().midMarket(from: euro, to: rouble, on: nil) == nil)
    #expect(
      try Self.library().midMarket(from: euro, to: rouble, on: Day("2020-01-10")) != nil)
  }

  @Test func namesAnotherDatabase() throws {
    let path = try SharedFiles.folder().appending(path: "other.sqlite")
      .path(percentEncoded: false)
    let other = try SQLDatabase(path: path, mode: .create)
    try other.execute("CREATE TABLE t (a)")
    let error = #expect(throws: PriceDatabase.Mismatch.self) {
      try PriceArchive.snapshot(path)
    }
    #expect(error?.code == "prices.other_database")
  }
}
