import Coordination
import Quantities
import Testing

@testable import RuleBook

@Suite struct InstrumentTests {
  @Test func anAgreementIsReadWhole() throws {
    let found = try #require(try TestBooks.good.instrument("LU-US"))
    #expect(found.certainty == .secondary)
    #expect(found.persons?.covers == "nationals")
    #expect(found.postings.map(\.home?.code) == ["LU", "US"])
    #expect(found.postings.map(\.months) == [60, nil])
    let side = try #require(found.side(of: "LU.T", country: country("LU")))
    #expect(side.minimumOwn == Side.Amount(count: 18, unit: .month, law: "Art 7(2)"))
    #expect(side.units.map(\.multiply) == [3])
    #expect(side.foreignWindow?.fromAge == 18)
    #expect(side.exportsWorldwide && side.export == .full)
    #expect(side.thirdCountries == .boundByBoth)
    #expect(side.prefersHighest && side.systems == 2)
    #expect(found.sides["US"]?.countedSchemes == ["LU.T"])
    #expect(found.sides["US"]?.units.first?.onlyWhereTouched == true)
  }

  @Test func aConventionHasMembersWithDates() throws {
    let found = try #require(try TestBooks.good.instrument("TEST-1"))
    #expect(found.members.map(\.party.code) == ["LU", "NO", "CA-QC"])
    #expect(found.members[1].until == Day("2020-12-31"))
    let norway = try country("NO")
    #expect(found.side(of: "NO.X", country: norway)?.usesEuropeanUnits == true)
    #expect(found.supersededBy == "LU-US")
  }

  @Test func aConventionSaysWhomItLinksAndWhatGoesFirst() throws {
    let found = try #require(try TestBooks.good.instrument("TEST-2"))
    #expect(found.hub.map(\.code) == ["MT"])
    #expect(found.members.map(\.isForNationals) == [false, true, false])
    #expect(found.coversInsuredBefore == Day("2021-01-01"))
    #expect(
      found.precedence == [
        .init(rule: .replaces, over: nil, law: "Art 8(1)"),
        .init(rule: .yields, over: ["TEST-1", "LU-US"], law: "Art 8(2)"),
      ])
    let side = try #require(found.sides["*"])
    #expect(side.addsVoluntary && side.addsVoluntaryLaw == "Art 43(2)")
    #expect(side.shortPeriods == Side.Amount(count: 1, unit: .year, law: "Art 57(1)"))
    #expect(side.lastPaysShortPeriods && side.lastPaysLaw == "Art 57(3)")
    #expect(side.leavesOutUnopened && side.leavesOutLaw == "Art 50(2)")
    #expect(side.waiver?.totalAtLeast?.count == 21 && side.waiver?.ownAtMost?.count == 20)
    let (iceland, malta) = (try country("IS"), try country("MT"))
    #expect(found.links(iceland, malta))
    #expect(!found.links(iceland, try country("LI")))
  }

  @Test(arguments: [
    (["LU", "US"], ["LU-US"]), (["US", "LU", "NO"], ["LU-US", "TEST-1"]),
    (["NO", "CA"], ["TEST-1"]),
    (["LU"], []), (["US", "FR"], []),
  ])
  func instrumentsAreFoundByTheirParties(codes: [String], ids: [String]) throws {
    let countries = codes.compactMap { Country($0) }
    #expect(try TestBooks.good.instruments(among: countries).map(\.id) == ids)
  }

  @Test(arguments: [
    ("CA-QC-FR", ["CA", "FR"]), ("FR-CA-QC", ["FR", "CA"]), ("CA-FR-1979", ["CA", "FR"]),
    ("CA-NL", ["CA", "NL"]), ("CA-NL-2020", ["CA", "NL"]), ("CA-SK", ["CA", "SK"]),
    ("README", []),
  ])
  func filesAreNamedAfterTheirParties(name: String, codes: [String]) {
    #expect(InstrumentFiles.pair(of: name).map(\.code) == codes)
  }

  @Test func completeListsAreNamedWithTheirSource() throws {
    let luxembourg = try country("LU")
    let list = try #require(TestBooks.good.completeList(of: luxembourg))
    #expect(list.law == "the official list")
    #expect(list.says.english == "complete as of 2026-01-01")
    #expect(TestBooks.good.completeList(of: try country("FR")) == nil)
  }
}
