import Coordination
import Quantities
import Testing

@testable import RuleBook

@Suite struct BookTests {
  @Test func theFirstPageGivesTitleAndDay() {
    #expect(TestBooks.good.title == "A rule book of invented law")
    #expect(TestBooks.good.date == "2026-01-01")
  }

  @Test func theHashIsThatOfTheFiles() {
    let hash = TestBooks.good.hash
    #expect(hash.utf8.count == 12)
    #expect(hash == RuleBook(at: TestBooks.good.folder).hash)
    #expect(hash != TestBooks.bad("overlap").hash)
    #expect(TestBooks.bad("overlap").hash != TestBooks.bad("gap").hash)
  }

  @Test func schemesAreFoundByIDAndCountry() throws {
    let luxembourg = try country("LU")
    #expect(try TestBooks.good.schemes(of: luxembourg).map(\.id) == ["LU.T"])
    #expect(try TestBooks.good.schemes(of: try country("FR")).isEmpty)
    #expect(try TestBooks.good.scheme("LU.OTHER") == nil)
    #expect(try TestBooks.good.scheme("../LU.T") == nil)
    #expect(try TestBooks.good.instrument("../bilateral/LU-US") == nil)
    #expect(try TestBooks.good.allSchemes().count == 1)
    #expect(try TestBooks.good.allInstruments().map(\.id) == ["LU-US", "TEST-1", "TEST-2"])
    #expect(TestBooks.good.schemeIDs == ["LU.T"])
    #expect(TestBooks.good.instrumentIDs == ["LU-US", "TEST-1", "TEST-2"])
  }

  @Test(arguments: [40, 72, 100])
  func pagesKeepToTheirWidth(width: Int) throws {
    let scheme = try #require(try TestBooks.good.scheme("LU.T"))
    let instrument = try #require(try TestBooks.good.instrument("LU-US"))
    let on = try day("2024-07-01")
    let texts = [
      SchemePage.text(of: scheme, on: on, width: width),
      InstrumentPage.text(of: instrument, width: width),
      ListPage.instruments([instrument], width: width),
    ]
    for line in texts.joined().split(separator: "\n") where line.contains("  ") {
      #expect(line.count <= width || width == 40, "\(line)")
    }
  }

  @Test func aSchemePageShowsTheValuesOfTheDay() throws {
    let scheme = try #require(try TestBooks.good.scheme("LU.T"))
    let text = try SchemePage.text(of: scheme, on: day("2024-07-01"), width: 80)
    #expect(text.contains("since 2024-01-01: 12 (Act of 2023), secondary"))
    #expect(text.contains("where earnings > 0 EUR/year"))
    #expect(text.contains("rounded half up to 0.0001 (§ 121)"))
    #expect(text.contains("but where pension = early: 12 months [§ 77(2)]"))
    #expect(text.contains("otherwise: none (§ 112): Not paid elsewhere."))
    let before = try SchemePage.text(of: scheme, on: day("1990-01-01"), width: 80)
    #expect(before.contains("no value yet on this day"))
  }

  @Test func anInstrumentPageShowsEverySide() throws {
    let instrument = try #require(try TestBooks.good.instrument("LU-US"))
    let text = InstrumentPage.text(of: instrument, width: 120)
    #expect(text.contains("FOR LU.T"))
    #expect(text.contains("Own periods       at least 18 months (Art 7(2))"))
    #expect(text.contains("quarters × 3 to months period by period, at most 12 a year (Art 10)"))
    #expect(text.contains("- from Luxembourg: 60 months, extension 12 months (Art 6), primary"))
  }
}
