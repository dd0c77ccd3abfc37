import Formula
import Quantities
import Testing

@testable import Coordination

/// Which instruments link whom, and which goes first, on invented schemes.
@Suite struct PrecedenceTests {
  private func instrument(
    _ id: String, _ codes: [String], method: Coordination.Method = .proRata, hub: [String] = [],
    precedence: [Instrument.Precedence] = [], nationalsOnly: Set<String> = [],
    persons: String = "all", insuredBefore: Day? = nil,
    kind: Instrument.Kind = .multilateral
  ) -> Instrument {
    Instrument(
      id: id, title: [:], kind: kind,
      members: codes.map {
        Instrument.Membership(
          party: Party(country($0)), since: nil, until: nil,
          isForNationals: nationalsOnly.contains($0))
      }, hub: hub.map(country), precedence: precedence, status: .inForce, signed: nil,
      since: day("2000-01-01"), until: nil, isDateApproximate: false, sinceLaw: "s 1",
      supersededBy: nil, amendments: [], certainty: .primary, sources: [],
      persons: (persons, Cited(law: "Art 2", says: "")), coversInsuredBefore: insuredBefore,
      branches: [:], sides: ["*": Invented.bilateral(method)], postings: [], refunds: [],
      notes: [], location: SourceLocation(file: "test", line: 1, column: 1))
  }

  private func answers(
    _ links: [Instrument], _ periods: [InsurancePeriod], citizen: [String] = []
  ) throws -> [String: SchemeResult] {
    let codes = Set(periods.map(\.country.code)).sorted()
    let law = InventedLaw(
      codes.map { Invented.scheme($0, condition: "counted_total >= 180") }, links)
    let career = Career(
      person: Person(
        born: day("1958-01-15"), sex: .female, livesIn: country("DE"),
        citizenOf: citizen.map(country)),
      claim: Claim(from: day("2024-01-01")), periods: periods, facts: [:])
    let result = try Engine(library: law, today: day("2026-11-23")).answer(career)
    return Dictionary(result.schemes.map { ($0.country.code, $0) }, uniquingKeysWith: { $1 })
  }

  private let german = Invented.period("DE", "1980-01-01", "1989-12-31")
  private let french = Invented.period("FR", "1990-01-01", "1999-12-31")
  private let british = Invented.period("GB", "2000-01-01", "2009-12-31")

  /// Through a hub the others are not linked; beside it the periods of all form one total.
  @Test func hub() throws {
    let link = instrument("GB-LINK", ["DE", "FR", "GB"], hub: ["GB"])
    #expect(try answers([link], [german, french])["DE"]?.status != .payable)
    let all = try answers([link], [german, french, british])
    #expect(all["DE"]?.amounts?.ratio?.description == "120/360")
    #expect(all["GB"]?.amounts?.ratio?.description == "120/360")
    let map = AgreementMap(instruments: [link]) { _ in nil }
    let (de, fr, gb) = (Party(country("DE")), Party(country("FR")), Party(country("GB")))
    #expect(map.answer(de, fr, on: day("2024-01-01")).state == .unknown)
    #expect(map.answer(de, gb, on: day("2024-01-01")).state == .inForce)
    #expect(map.partners(of: de) == [gb])
    #expect(map.partners(of: gb) == [de, fr])
  }

  /// A party bound for nationals only: nobody else's periods there count.
  @Test(arguments: [(["FR"], true), (["IN"], false), ([], true)] as [([String], Bool)])
  func nationalsOnly(_ citizen: [String], _ isBound: Bool) throws {
    let link = instrument("EU", ["DE", "FR"], nationalsOnly: ["FR"])
    let found = try answers([link], [german, french], citizen: citizen)
    #expect((found["DE"]?.status == .payable) == isBound)
    #expect((found["FR"]?.status == .payable) == isBound)
  }

  /// The one that takes the other's place computes, whatever the other would give.
  @Test(arguments: [
    (Instrument.Precedence.Rule.replaces, "EU"), (.moreFavourable, "DE-FR"), (.yields, "DE-FR"),
  ])
  func order(_ rule: Instrument.Precedence.Rule, _ first: String) throws {
    // The bilateral text pays the whole theoretical amount: far more than the share.
    let old = instrument("DE-FR", ["DE", "FR"], method: .direct, kind: .bilateral)
    let new = instrument(
      "EU", ["DE", "FR"], precedence: [.init(rule: rule, over: nil, law: "Art 8")])
    let found = try answers([old, new], [german, french])
    #expect(found["DE"]?.instruments.first == first)
    #expect(found["DE"]?.amounts?.paid == (first == "EU" ? 1200 : 2400))
  }

  /// It goes first only where it links every country the other links.
  @Test func replacesOnlyWholly() throws {
    let wide = instrument("WIDE", ["DE", "FR", "GB"], method: .direct)
    let new = instrument(
      "EU", ["DE", "FR"], precedence: [.init(rule: .replaces, over: ["WIDE"], law: "Art 8")])
    #expect(try answers([wide, new], [german, french])["DE"]?.instruments == ["EU"])
    let three = try answers([wide, new], [german, french, british])
    #expect(three["DE"]?.instruments == ["WIDE", "EU"])
  }

  /// Only who was insured across the border before the day: else the later text.
  @Test(arguments: [("2004-01-01", "OLD"), ("1985-01-01", "NEW")])
  func insuredBefore(_ bound: String, _ first: String) throws {
    let old = instrument(
      "OLD", ["DE", "GB"], hub: ["GB"],
      precedence: [.init(rule: .replaces, over: ["NEW"], law: "Art 30")],
      persons: "nationals", insuredBefore: day(bound))
    let new = instrument("NEW", ["DE", "GB"], hub: ["GB"])
    for citizen in [["DE"], []] {
      let found = try answers([old, new], [german, british], citizen: citizen)
      let isByCountry = citizen.isEmpty && bound == "1985-01-01"
      // Without a citizenship any country of the career may be the own one.
      #expect(found["DE"]?.instruments.first == (isByCountry ? "OLD" : first))
    }
  }
}
