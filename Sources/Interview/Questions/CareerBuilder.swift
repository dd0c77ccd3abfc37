import Coordination
import Formula
import Quantities

/// Makes a career of the answers to all questions.
struct CareerBuilder {
  let law: any LawLibrary
  let draft: Draft

  /// The career; nil where an answer it cannot do without is missing.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  func career() throws -> Career? {
    guard let born = draft["person.born"].flatMap({ Day($0) }) else { return nil }
    let person = Person(
      born: born, sex: draft["person.sex"].flatMap(Person.Sex.init),
      livesIn: draft["person.lives_in"].flatMap { Country($0) },
      citizenOf: draft["person.citizen_of"].flatMap(Stored.countries) ?? [])
    var periods: [InsurancePeriod] = []
    for number in draft.periods {
      guard let period = try period(number) else { return nil }
      periods.append(period)
    }
    var claim = Claim(from: draft["claim.from"].flatMap { Day($0) })
    claim.asOf = draft[DraftMaker.Kept.asOf].flatMap { Day($0) }
    for (name, day) in draft.answers where name.hasPrefix(DraftMaker.Kept.start) {
      claim.starts[String(name.dropFirst(DraftMaker.Kept.start.count))] = Day(day)
    }
    return Career(
      id: draft[DraftMaker.Kept.id], person: person, claim: claim,
      periods: periods, facts: try facts())
  }

  // MARK: Periods

  private func period(_ number: Int) throws -> InsurancePeriod? {
    func answer(_ name: String) -> String? { draft[Draft.id(number, name)] }
    guard let country = answer("country").flatMap({ Country($0) }),
      let type = answer("type").flatMap(PeriodType.init),
      let from = answer("from").flatMap({ Day($0) }), let to = answer("to").flatMap({ Day($0) }),
      let span = Span(from: from, to: to)
    else { return nil }
    let named = answer("scheme").flatMap { $0 == Script.allSchemes ? nil : $0 }
    var period = InsurancePeriod(country: country, scheme: named, span: span, type: type)
    if let sum = answer("certified").flatMap(Stored.sum) {
      period.certified = .init(
        sum.amount, sum.unit,
        daysPerWeek: sum.unit == .day ? answer("week").flatMap { Int($0) } : nil)
    }
    if answer("earnings") == Script.EarningsWay.given.rawValue {
      period.earnings = answer("given").flatMap(GivenEarnings.read)
      return period
    }
    let paying = try law.schemes(of: country).first {
      (named == nil || $0.id == named) && !type.classes.isDisjoint(with: $0.earningsRequired)
    }
    if let paying { period.earnings = earnings(number, span, paying) }
    return period
  }

  private func earnings(_ number: Int, _ span: Span, _ scheme: Scheme) -> Earnings? {
    let way = draft[Draft.id(number, "earnings")].flatMap(Script.EarningsWay.init)
    if way == .typical {
      return draft[Draft.id(number, "wage")].flatMap(Stored.wage).map {
        Earnings(.typical($0.amount, per: $0.per), currency: $0.currency)
      }
    }
    guard way == .years || way == .average else { return nil }
    // Amounts in the money of today stand in the case in that of their year, at the law's rate.
    let isToday = draft[Draft.id(number, "currency")] == scheme.currency.code
    var entries: [Earnings.Entry] = []
    var estimated: Set<Int> = []
    for year in span.years {
      let stated = draft[Draft.id(number, "earnings.\(year)")]
      if way == .average || stated == Stored.average,
        let amount = scheme.averageEarnings(over: span, in: year)
      {
        entries.append(.init(year: year, amount: amount))
        estimated.insert(year)
      } else if var amount = stated.flatMap({ ExactDecimal($0) }) {
        if isToday, let former = scheme.tender(in: year) {
          guard let converted = try? amount.multiplied(by: former.perUnit) else { continue }
          amount = converted
        }
        entries.append(.init(year: year, amount: amount))
      }
    }
    guard !entries.isEmpty else { return nil }
    return Earnings(.entries(entries), estimated: estimated)
  }

  // MARK: Facts

  private func facts() throws -> [String: [String: FactValue]] {
    var facts: [String: [String: FactValue]] = [:]
    let script = Script(law: law, today: .latest)
    for scheme in try script.schemes(of: draft) {
      let picked = Stored.words(draft["facts.\(scheme.id)"] ?? "")
      for fact in scheme.facts where picked.contains(fact.id) {
        guard let stored = draft["facts.\(scheme.id).\(fact.id)"], !stored.isEmpty,
          let value = Self.value(stored, fact.kind)
        else { continue }
        facts[scheme.id, default: [:]][fact.id] = value
      }
    }
    return facts
  }

  private static func value(_ stored: String, _ kind: Scheme.Fact.Kind) -> FactValue? {
    switch kind {
    case .yesNo: .yesNo(stored == "yes")
    case .date: Day(stored).map { .date($0) }
    case .dates: Stored.days(stored).map { .dates($0) }
    case .number: ExactDecimal(stored).map { .number($0) }
    case .choice: .word(stored)
    case .byYear: Stored.byYear(stored).map { .byYear($0) }
    }
  }
}
