import Quantities

@testable import Coordination
@testable import Interchange

/// Writes a career as a case, in one of the ways a case may be written.
enum CaseText {
  static func bytes(of career: Career, _ random: inout SeededRandom) -> [UInt8] {
    var json = JSONWriter(isPretty: random.once(in: 2))
    let asNumbers = random.once(in: 2)
    let nested = random.once(in: 2)
    json.object { json in
      json.member("format", CaseReader.format)
      json.member("id", career.id)
      json.key("person")
      json.object { json in
        json.member("born", career.person.born.description)
        json.member("sex", career.person.sex?.rawValue)
        json.member("lives_in", career.person.livesIn?.code)
        if !career.person.citizenOf.isEmpty {
          json.member("citizen_of", career.person.citizenOf.map(\.code))
        }
      }
      json.key("claim")
      json.object { json in
        json.member("benefit", career.claim.benefit.rawValue)
        json.member("from", career.claim.from?.description)
        json.member("as_of", career.claim.asOf?.description)
        json.member("starts", career.claim.starts.mapValues(\.description))
      }
      json.key("periods")
      json.array(of: career.periods) { write($1, asNumbers, nested, to: &$0) }
      json.key("facts")
      json.object { json in
        for (scheme, facts) in career.facts.sorted(by: { $0.key < $1.key }) {
          json.key(named: scheme)
          json.object { json in
            for (name, fact) in facts.sorted(by: { $0.key < $1.key }) {
              json.key(named: name)
              write(fact, asNumbers, to: &json)
            }
          }
        }
      }
    }
    return json.bytes
  }

  private static func write(
    _ period: InsurancePeriod, _ asNumbers: Bool, _ nested: Bool, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("country", period.country.code)
      json.member("scheme", period.scheme)
      json.member("from", period.span.first.description)
      json.member("to", period.span.last.description)
      json.member("type", nested ? period.type.name : String(period.type.rawValue))
      if let earnings = period.earnings {
        json.key("earnings")
        json.object { json in
          json.member("currency", earnings.currency?.code)
          switch earnings.content {
          case .typical(let amount, let per):
            json.number("amount", amount, asNumbers)
            json.member("per", per.rawValue)
          case .entries(let entries):
            if !earnings.estimated.isEmpty {
              json.member("estimated", earnings.estimated.sorted().map(String.init))
            }
            if nested { json.key("by_year") }
            let body = { (json: inout JSONWriter) in
              for entry in entries { json.number(name(entry), entry.amount, asNumbers) }
            }
            if nested { json.object(body) } else { body(&json) }
          }
        }
      }
      if let sum = period.certified {
        json.key("certified")
        json.object { json in
          json.number(sum.unit.rawValue + "s", sum.amount, asNumbers)
          if let days = sum.daysPerWeek { json.member("days_per_week", days) }
        }
      }
    }
  }

  private static func name(_ entry: Earnings.Entry) -> String {
    guard let month = entry.month else { return String(entry.year) }
    return "\(entry.year)-\(month < 10 ? "0" : "")\(month)"
  }

  private static func write(_ fact: FactValue, _ asNumbers: Bool, to json: inout JSONWriter) {
    switch fact {
    case .yesNo(let yes): json.boolean(yes)
    case .date(let day): json.string(day.description)
    case .dates(let days): json.array(of: days) { $0.string($1.description) }
    case .number(let number): json.decimal(number)
    case .word(let word): json.string(word)
    case .byYear(let values):
      json.object { json in
        for (year, value) in values.sorted(by: { $0.key < $1.key }) {
          json.number(String(year), value, asNumbers)
        }
      }
    }
  }
}

extension JSONWriter {
  /// A decimal in quotes, or a whole one as a bare number.
  fileprivate mutating func number(_ name: String, _ value: ExactDecimal, _ isBare: Bool) {
    if isBare, let whole = value.intValue {
      key(named: name)
      integer(whole)
    } else {
      member(named: name, value)
    }
  }
}
