import Coordination
import Quantities
import Testing

/// What stands beside the pensions of a Regulation: minima, and agreements that live on.
struct BesideTests {
  private func country(_ code: String) throws -> Country { try #require(Country(code)) }

  private func period(
    _ code: String, _ from: String, _ to: String, _ sum: Int, _ unit: PeriodUnit
  ) throws -> InsurancePeriod {
    let (first, last) = (try #require(Day(from)), try #require(Day(to)))
    return InsurancePeriod(
      country: try country(code), span: try #require(Span(from: first, to: last)),
      type: .employed,
      certified: InsurancePeriod.CertifiedSum(ExactDecimal(sum), unit))
  }

  private func answer(
    _ periods: [InsurancePeriod], home: String = "ES",
    spain: [String: FactValue] = [:], withAgreements: Bool = true
  ) throws -> [String: SchemeResult] {
    let start = try #require(Day("2026-07-01"))
    var person = Person(born: try #require(Day("1959-02-10")))
    person.livesIn = try country(home)
    person.citizenOf = [try country("ES"), try country("DE")]
    var claim = Claim()
    claim.from = start
    let facts: [String: [String: FactValue]] = [
      "ES.RG": spain.merging(["certified_regulatory_base": .number(700)]) { mine, _ in mine },
      "DE.GRV": ["certified_points": .number(10)],
    ]
    let career = Career(person: person, claim: claim, periods: periods, facts: facts)
    let result = try Book.engine.answer(career, withAgreements: withAgreements)
    return Dictionary(uniqueKeysWithValues: result.schemes.map { ($0.scheme, $0) })
  }

  private var alone: [String: FactValue] {
    ["household": .word("alone"), "other_income_below_limit": .yesNo(true)]
  }

  private func halves() throws -> [InsurancePeriod] {
    [
      try period("ES", "1986-01-01", "1995-12-31", 3600, .day),
      try period("DE", "1996-01-01", "2015-12-31", 240, .month),
    ]
  }

  /// Art 58: while living there; elsewhere, without the Regulation or above the minimum not.
  @Test func minimumOfTheStateOfResidence() throws {
    let spain = try #require(try answer(try halves(), spain: alone)["ES.RG"])
    #expect(spain.amounts?.minimumSupplement == ExactDecimal("349.69"))
    #expect(
      try answer(try halves(), home: "DE", spain: alone)["ES.RG"]?.amounts?.minimumSupplement == nil
    )
    var rich = alone
    rich["certified_regulatory_base"] = .number(3000)
    #expect(try answer(try halves(), spain: rich)["ES.RG"]?.amounts?.minimumSupplement == nil)
    var earning = alone
    earning["other_income_below_limit"] = .yesNo(false)
    #expect(try answer(try halves(), spain: earning)["ES.RG"]?.amounts?.minimumSupplement == nil)
  }

  /// What the person was not asked, or another State has not told, is said and never guessed.
  @Test func unknownPartsOfTheSumAreSaid() throws {
    let unasked = try #require(try answer(try halves())["ES.RG"])
    #expect(unasked.amounts?.minimumSupplement == nil)
    #expect(unasked.notes.contains { "\($0.says)".contains("Not examined") })
    let hungarian =
      try halves() + [try period("HU", "2016-01-01", "2019-12-31", 48, .month)]
    let open = try #require(try answer(hungarian, spain: alone)["ES.RG"])
    #expect(open.amounts?.minimumSupplement == nil)
    #expect(open.notes.contains { "\($0.says)".contains("not what HU.TNY comes to") })
  }

  /// Annex II, and rights from before both States were bound (C-227/89): only for whom they are.
  @Test(arguments: [
    ("PL", "1980-01-01", "1988-12-31", "1989-01-01", ["Annex II, Germany-Poland", "C-227/89"]),
    ("PL", "1992-01-01", "1999-12-31", "2000-01-01", ["C-227/89"]),
    ("PL", "2006-01-01", "2009-12-31", "1991-01-01", []),
    ("FR", "1980-01-01", "1988-12-31", "1989-01-01", []),
  ])
  func olderAgreements(
    _ other: String, _ from: String, _ to: String, _ german: String, _ laws: [String]
  ) throws {
    let periods = [
      try period(other, from, to, 48, .month), try period("DE", german, "2015-12-31", 120, .month),
    ]
    let notes = try #require(try answer(periods, home: "DE")["DE.GRV"]).notes.map(\.law)
    for law in ["Annex II, Germany-Poland", "C-227/89"] {
      #expect(notes.contains { $0.hasPrefix(law) } == laws.contains(law), "\(other) \(from) \(law)")
    }
  }
}
