import Coordination
import Quantities

/// Makes the answers of a case that is there already, so that it can be completed and changed.
///
/// What the case leaves open is asked; what no question asks for is kept as it is.
struct DraftMaker {
  let law: any LawLibrary
  private var answers: [String: String] = [:]

  init(law: any LawLibrary) { self.law = law }

  /// - Throws: what the library throws when a rule file cannot be read.
  mutating func draft(of career: Career) throws -> Draft {
    answers["person.born"] = career.person.born.description
    answers["person.sex"] = career.person.sex?.rawValue
    answers["person.lives_in"] = career.person.livesIn?.code
    if !career.person.citizenOf.isEmpty {
      answers["person.citizen_of"] = career.person.citizenOf.map(\.code).joined(separator: ",")
    }
    for (index, period) in career.periods.enumerated() { try add(period, index + 1) }
    if !career.periods.isEmpty { answers[Script.more] = "" }
    for (id, values) in career.facts { try add(values, of: id) }
    answers["claim.from"] = career.claim.from?.description
    answers[Kept.id] = career.id
    answers[Kept.asOf] = career.claim.asOf?.description
    for (scheme, day) in career.claim.starts { answers[Kept.start + scheme] = day.description }
    return Draft(answers)
  }

  /// Answers to what no question asks.
  enum Kept {
    static let id = "kept.id"
    static let asOf = "kept.as_of"
    static let start = "kept.starts."
  }

  // MARK: Periods

  private mutating func add(_ period: InsurancePeriod, _ number: Int) throws {
    func id(_ name: String) -> String { Draft.id(number, name) }
    let schemes = try law.schemes(of: period.country)
    answers[id("country")] = period.country.code
    answers[id("type")] = period.type.name
    if schemes.count > 1 || period.scheme != nil {
      answers[id("scheme")] = period.scheme ?? Script.allSchemes
    }
    answers[id("from")] = period.span.first.description
    answers[id("to")] = period.span.last.description
    answers[id("certified")] = period.certified.map { Stored.sum($0.amount, $0.unit) } ?? ""
    if period.certified?.unit == .day {
      answers[id("week")] = period.certified?.daysPerWeek.map(String.init)
    }
    guard let earnings = period.earnings else { return }
    let paying = schemes.first {
      (period.scheme == nil || $0.id == period.scheme)
        && !period.type.classes.isDisjoint(with: $0.earningsRequired)
    }
    if let paying, add(earnings, over: period.span, paying, number) { return }
    answers[id("earnings")] = Script.EarningsWay.given.rawValue
    answers[id("given")] = GivenEarnings.stored(earnings)
  }

  /// Adds earnings as the questions ask for them.
  ///
  /// - Returns: whether they can be asked for so.
  private mutating func add(
    _ earnings: Earnings, over span: Span, _ scheme: Scheme, _ number: Int
  ) -> Bool {
    func id(_ name: String) -> String { Draft.id(number, name) }
    switch earnings.content {
    case .typical(let amount, let per):
      let currency = earnings.currency ?? scheme.currency
      guard currency == scheme.currency || currency == scheme.tender(in: span.last.year)?.currency
      else { return false }
      answers[id("earnings")] = Script.EarningsWay.typical.rawValue
      answers[id("wage")] = Stored.wage(amount, per, currency)
    case .entries(let entries):
      guard earnings.estimated.isEmpty, entries.allSatisfy({ $0.month == nil }),
        earnings.currency == nil
          || entries.allSatisfy({
            scheme.tender(in: $0.year)?.currency ?? scheme.currency == earnings.currency
          })
      else { return false }
      answers[id("earnings")] = Script.EarningsWay.years.rawValue
      answers[id("currency")] = scheme.tender(in: span.first.year)?.currency.code
      for entry in entries { answers[id("earnings.\(entry.year)")] = entry.amount.description }
    }
    return true
  }

  // MARK: Facts

  private mutating func add(_ values: [String: FactValue], of id: String) throws {
    guard let country = Country(id.prefix { $0 != "." }) else { return }
    let facts = try law.schemes(of: country).first { $0.id == id }?.facts ?? []
    let given = facts.map(\.id).filter { values[$0] != nil }
    answers["facts.\(id)"] = given.joined(separator: ",")
    for name in given {
      answers["facts.\(id).\(name)"] = values[name].map(Self.stored)
    }
  }

  private static func stored(_ value: FactValue) -> String {
    switch value {
    case .yesNo(let yes): yes ? "yes" : "no"
    case .date(let day): day.description
    case .dates(let days): days.map(\.description).joined(separator: ",")
    case .number(let number): number.description
    case .word(let word): word
    case .byYear(let values): Stored.byYear(values)
    }
  }
}

extension Draft {
  /// The answers that a case holds already; the others will be asked.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  public init(of career: Career, law: any LawLibrary) throws {
    var maker = DraftMaker(law: law)
    self = try maker.draft(of: career)
  }
}
