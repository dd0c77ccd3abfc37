import Coordination
import Quantities
import Testing

/// A case as Foundation's decoder sees it: the second opinion on the reader.
struct DecodedCase: Decodable {
  struct Person: Decodable {
    var born: String
    var sex: String?
    var livesIn: String?
    var citizenOf: [String]?

    enum CodingKeys: String, CodingKey {
      case born, sex
      case livesIn = "lives_in"
      case citizenOf = "citizen_of"
    }
  }

  struct Claim: Decodable {
    var from: String?
    var asOf: String?
    var starts: [String: String]?

    enum CodingKeys: String, CodingKey {
      case from, starts
      case asOf = "as_of"
    }
  }

  struct Period: Decodable {
    var country: String
    var scheme: String?
    var from: String
    var to: String
    var type: String
    var earnings: [String: Node]?
    var certified: [String: Node]?
  }

  /// Whatever stands in a free place.
  indirect enum Node: Decodable {
    case truth(Bool)
    case text(String)
    case whole(Int)
    case list([String])
    case object([String: Node])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let found = try? value.decode(Bool.self) {
        self = .truth(found)
      } else if let found = try? value.decode(Int.self) {
        self = .whole(found)
      } else if let found = try? value.decode(String.self) {
        self = .text(found)
      } else if let found = try? value.decode([String].self) {
        self = .list(found)
      } else {
        self = .object(try value.decode([String: Node].self))
      }
    }

    var decimal: ExactDecimal? {
      switch self {
      case .whole(let number): ExactDecimal(number)
      case .text(let text): ExactDecimal(text)
      default: nil
      }
    }
  }

  var id: String?
  var person: Person
  var claim: Claim
  var periods: [Period]
  var facts: [String: [String: Node]]

  func career() throws -> Career {
    var career = Career(
      id: id,
      person: .init(
        born: try day(person.born), sex: person.sex.flatMap { .init(rawValue: $0) },
        livesIn: try person.livesIn.map { try #require(Country($0)) },
        citizenOf: try (person.citizenOf ?? []).map { try #require(Country($0)) }),
      periods: try periods.map(period))
    career.claim.from = try claim.from.map(day)
    career.claim.asOf = try claim.asOf.map(day)
    career.claim.starts = try (claim.starts ?? [:]).mapValues(day)
    career.facts = try facts.mapValues { try $0.mapValues(fact) }
    return career
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func period(_ period: Period) throws -> InsurancePeriod {
    var result = InsurancePeriod(
      country: try #require(Country(period.country)), scheme: period.scheme,
      span: try #require(Span(from: try day(period.from), to: try day(period.to))),
      type: try #require(PeriodType(period.type)))
    if let certified = period.certified {
      for (name, value) in certified where name != "days_per_week" {
        let unit = try #require(PeriodUnit(rawValue: String(name.dropLast())))
        result.certified = .init(
          try #require(value.decimal), unit,
          daysPerWeek: certified["days_per_week"]?.decimal?.intValue)
      }
    }
    if let earnings = period.earnings { result.earnings = try record(earnings) }
    return result
  }

  private func record(_ earnings: [String: Node]) throws -> Earnings {
    var currency: Currency?
    if case .text(let code) = earnings["currency"] { currency = Currency(code) }
    if let amount = earnings["amount"]?.decimal, case .text(let per) = earnings["per"] {
      return Earnings(
        .typical(amount, per: try #require(PeriodUnit(rawValue: per))), currency: currency)
    }
    var years = earnings
    if case .object(let inner) = earnings["by_year"] { years = inner }
    var estimated: Set<Int> = []
    if case .list(let list) = earnings["estimated"] { estimated = Set(list.compactMap { Int($0) }) }
    let entries = try years.filter { !["currency", "estimated"].contains($0.key) }.sorted {
      $0.key < $1.key
    }
    .map { name, value in
      let parts = name.split(separator: "-").compactMap { Int($0) }
      return Earnings.Entry(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil,
        amount: try #require(value.decimal))
    }
    return Earnings(.entries(entries), currency: currency, estimated: estimated)
  }

  private func fact(_ node: Node) throws -> FactValue {
    switch node {
    case .truth(let yes): return .yesNo(yes)
    case .whole(let number): return .number(ExactDecimal(number))
    case .list(let days): return .dates(try days.map(day))
    case .object(let years):
      var values: [Int: ExactDecimal] = [:]
      for (year, value) in years { values[try #require(Int(year))] = value.decimal }
      return .byYear(values)
    case .text(let text):
      if let day = Day(text) { return .date(day) }
      return ExactDecimal(text).map { .number($0) } ?? .word(text)
    }
  }
}
