import Formula
import Quantities

@testable import Coordination

func day(_ text: String) -> Day { Day(text) ?? .earliest }

/// A country that is certainly there: the tests name only real ones.
func country(_ code: String) -> Country {
  Country(code) ?? Country.all[0]
}

/// Schemes and agreements that exist only in these tests, built without files.
enum Invented {
  /// A scheme that pays `amount` once `condition` holds at 65.
  static func scheme(
    _ code: String, unit: PeriodUnit = .month, perYear: Int = 12,
    credited: String = "months_touched(any)", condition: String = "counted_total >= 60",
    amount: String = "number(counted_total) * 10 EUR/month", ratioTotal: String? = nil,
    facts: [(name: String, type: ValueType, kind: Scheme.Fact.Kind)] = [],
    parameters: [Parameter] = []
  ) -> Scheme? {
    guard let counted = Unit(unit.rawValue), let euro = Unit("EUR") else { return nil }
    var builder = RuleSetBuilder(schemeUnit: counted)
    for input in SchemeInputs.declarations(unit: counted, earnings: euro, pensions: ["old_age"]) {
      builder.add(input)
    }
    for fact in facts {
      builder.add(InputDeclaration(name: fact.name, type: fact.type, isFact: true))
    }
    for parameter in parameters { builder.add(parameter) }
    func add(_ id: String, _ formula: String, each: StepDeclaration.Cadence = .once) {
      builder.add(StepDeclaration(id: id, formula: SourceFragment(formula), cadence: each))
    }
    add("credit", credited, each: .year)
    add("first_day", "first_of_next_month(birth + 65 years - 1 day)")
    add("enough", condition)
    add("amount", amount)
    if let ratioTotal { add("ratio_whole", ratioTotal) }
    guard let rules = builder.build() else { return nil }
    let id = "\(code).TEST"
    return Scheme(
      id: id, country: country(code), name: ["en": id], lawTitle: "Act", lawAddress: "",
      currency: Currency("EUR") ?? Currency.all[0], formerCurrencies: [], unit: unit,
      perYear: perYear,
      covers: PeriodType.Rank.allCases, rules: rules, credited: rules.step(named: "credit"),
      creditedLaw: "s 1", earningsRequired: [], earningsReplacedBy: [],
      facts: facts.enumerated().map { place, fact in
        Scheme.Fact(
          id: fact.name, kind: fact.kind, input: SchemeInputs.allCases.count + place,
          ask: "What is \(fact.name)?", law: "s 2", otherwise: nil)
      }, limits: nil,
      pensions: [
        Scheme.PensionKind(
          id: "old_age", name: ["en": "Old age"], law: "s 3",
          earliest: rules.step(named: "first_day") ?? 0,
          conditions: [
            Scheme.Condition(
              id: "enough", step: rules.step(named: "enough") ?? 0, law: "s 4", says: nil)
          ])
      ], result: rules.step(named: "amount"), rhythm: "monthly", payments: 12, figures: [],
      prorating: Scheme.Prorating(
        total: ratioTotal == nil ? nil : rules.step(named: "ratio_whole")),
      export: [], notes: [])
  }

  /// The sides of the European regulations.
  static var european: Side {
    Side(
      totalization: .always, totalizationLaw: "Art 6", method: .higherOf, methodLaw: "Art 52",
      usesEuropeanUnits: true, unitsLaw: "Art 13", overlap: .european, overlapLaw: "Art 12",
      shortPeriods: Side.Amount(count: 12, unit: .month, law: "Art 57"))
  }

  static func bilateral(
    _ method: Coordination.Method = .proRata, units: [Side.UnitRule] = [],
    window: Side.Window? = nil,
    foreignWindow: Side.Window? = nil, minimum: Side.Amount? = nil,
    third: Side.ThirdCountries = .no
  ) -> Side {
    Side(
      totalization: .needed, totalizationLaw: "Art 9", minimumOwn: minimum, method: method,
      methodLaw: "Art 10", ownWindow: window, foreignWindow: foreignWindow, units: units,
      thirdCountries: third)
  }

  /// An instrument in force since 2000 in which every party does the same.
  static func instrument(_ parties: [String], _ side: Side, id: String? = nil) -> Instrument {
    Instrument(
      id: id ?? parties.joined(separator: "-"), title: [:],
      kind: parties.count > 2 ? .multilateral : .bilateral,
      members: parties.map {
        Instrument.Membership(party: Party(country($0)), since: nil, until: nil)
      }, status: .inForce, signed: nil, since: day("2000-01-01"), until: nil,
      isDateApproximate: false, sinceLaw: "s 1", supersededBy: nil, amendments: [],
      certainty: .primary, sources: [], persons: nil, branches: [:], sides: ["*": side],
      postings: [], refunds: [], notes: [],
      location: SourceLocation(file: "test", line: 1, column: 1))
  }

  static func period(
    _ code: String, _ from: String, _ to: String, _ type: PeriodType = .employed,
    certified: InsurancePeriod.CertifiedSum? = nil
  ) -> InsurancePeriod {
    InsurancePeriod(
      country: country(code), span: Span(from: day(from), to: day(to)) ?? Span(day(from)),
      type: type, certified: certified)
  }
}

/// The law of one test.
struct InventedLaw: LawLibrary {
  var all: [Scheme]
  var links: [Instrument]

  init(_ schemes: [Scheme?], _ links: [Instrument]) {
    all = schemes.compactMap { $0 }
    self.links = links
  }

  func schemes(of country: Country) -> [Scheme] { all.filter { $0.country == country } }

  func instruments(among countries: [Country]) -> [Instrument] {
    links.filter { link in
      link.members.count { countries.contains($0.party.country) } > 1
    }
  }

  func completeList(of country: Country) -> Cited? { nil }

  var date: String { "2026-01-01" }
  var hash: String { "" }

  /// The answers by country for a person born on 1958-01-15 who claims from `claim`.
  func answers(
    _ periods: [InsurancePeriod], from claim: String = "2024-01-01",
    facts: [String: [String: FactValue]] = [:], withAgreements: Bool = true
  ) throws -> [String: SchemeResult] {
    let career = Career(
      person: Person(born: day("1958-01-15"), sex: .female, livesIn: country("DE")),
      claim: Claim(from: day(claim)), periods: periods, facts: facts)
    let result = try Engine(library: self, today: day("2026-11-23"))
      .answer(career, withAgreements: withAgreements)
    return Dictionary(result.schemes.map { ($0.country.code, $0) }, uniquingKeysWith: { $1 })
  }
}
