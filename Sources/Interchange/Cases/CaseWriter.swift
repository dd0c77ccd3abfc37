import Coordination
import Quantities

/// Writes a career as a case that ``CaseReader`` reads back unchanged.
public struct CaseWriter {
  let notes: CaseNotes

  /// - Parameter notes: what stands beside the parts of the case.
  public init(notes: CaseNotes = CaseNotes()) { self.notes = notes }

  /// - Parameter note: what else the case says of itself, for people.
  public init(note: String?) {
    var notes = CaseNotes()
    notes.whole = note.map(CaseNotes.text)
    self.notes = notes
  }

  /// The case as indented JSON, ending with a line break.
  public func bytes(of career: Career) -> [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.object { json in
      json.member("format", CaseReader.format)
      json.member("id", career.id)
      json.note(notes.whole)
      json.key("person")
      write(career.person, to: &json)
      json.key("claim")
      write(career.claim, to: &json)
      json.key("periods")
      json.array(of: career.periods.enumerated()) { json, item in
        write(item.element, notes.periods[item.offset], to: &json)
      }
      if !career.facts.isEmpty {
        json.key("facts")
        json.object { json in
          for (scheme, facts) in career.facts.sorted(by: { $0.key < $1.key }) {
            json.key(named: scheme)
            write(facts, to: &json)
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ person: Person, to json: inout JSONWriter) {
    json.object { json in
      json.member("born", person.born)
      json.member("sex", person.sex?.rawValue)
      json.member("lives_in", person.livesIn?.code)
      if !person.citizenOf.isEmpty { json.member("citizen_of", person.citizenOf) }
      json.note(notes.person)
    }
  }

  private func write(_ claim: Claim, to json: inout JSONWriter) {
    json.object { json in
      json.member("benefit", claim.benefit.rawValue)
      json.member("from", claim.from)
      json.member("as_of", claim.asOf)
      if !claim.starts.isEmpty { json.member("starts", claim.starts.mapValues(\.description)) }
      json.note(notes.claim)
    }
  }

  // MARK: Periods

  private func write(
    _ period: InsurancePeriod, _ note: [UInt8]?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("country", period.country.code)
      json.member("scheme", period.scheme)
      json.member("from", period.span.first)
      json.member("to", period.span.last)
      json.member("type", period.type.name)
      if let sum = period.certified {
        json.key("certified")
        json.object { json in
          json.member(named: "\(sum.unit.rawValue)s", sum.amount)
          if let days = sum.daysPerWeek { json.member("days_per_week", days) }
        }
      }
      if let earnings = period.earnings {
        json.key("earnings")
        write(earnings, to: &json)
      }
      json.note(note)
    }
  }

  private func write(_ earnings: Earnings, to json: inout JSONWriter) {
    json.object { json in
      json.member("currency", earnings.currency?.code)
      switch earnings.content {
      case .typical(let amount, let per):
        json.member("amount", amount)
        json.member("per", per.rawValue)
      case .entries(let entries):
        if !earnings.estimated.isEmpty {
          json.key("estimated")
          json.array(of: earnings.estimated.sorted()) { $0.integer($1) }
        }
        json.key("by_year")
        json.object { json in
          for entry in entries { json.member(named: entry.name, entry.amount) }
        }
      }
    }
  }

  // MARK: Facts

  private func write(_ facts: [String: FactValue], to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
        json.key(named: name)
        switch value {
        case .yesNo(let yes): json.boolean(yes)
        case .date(let day): json.day(day)
        case .dates(let days): json.array(of: days) { $0.day($1) }
        case .number(let number): json.decimal(number)
        case .word(let word): json.string(word)
        case .byYear(let values):
          json.object { json in
            for (year, value) in values.sorted(by: { $0.key < $1.key }) {
              json.member(named: String(year), value)
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func note(_ value: [UInt8]?) {
    guard let value else { return }
    key("note")
    raw(value)
  }
}
