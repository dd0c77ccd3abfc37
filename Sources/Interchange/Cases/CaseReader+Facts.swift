import Coordination
import Quantities

extension CaseReader {
  mutating func facts() throws(InputError) -> [String: [String: FactValue]] {
    var facts: [String: [String: FactValue]] = [:]
    try map { (reader, scheme, _) throws(InputError) in
      var values: [String: FactValue] = [:]
      try reader.map { (reader, name, _) throws(InputError) in
        values[name] = try reader.fact()
      }
      facts[scheme] = values
    }
    return facts
  }

  private mutating func fact() throws(InputError) -> FactValue {
    switch try json.kind() {
    case .boolean: return .yesNo(try json.boolean())
    case .number: return .number(try decimal())
    case .array: return .dates(try list { (reader) throws(InputError) in try reader.day() })
    case .object:
      var series: [Int: ExactDecimal] = [:]
      try map { (reader, name, offset) throws(InputError) in
        guard name.utf8.count == 4, name.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
          let year = Int(name), (CaseLimits.firstYear...CaseLimits.lastYear).contains(year)
        else {
          throw InputError(
            "case.bad-year", "'\(InputError.shown(name))' is not a year of a life",
            hint: "{\"1976\": 3}", at: offset)
        }
        series[year] = try reader.decimal()
      }
      return .byYear(series)
    case .string:
      let text = try text()
      if let day = Day(text) { return .date(day) }
      if let number = ExactDecimal(text) { return .number(number) }
      return .word(text)
    case .null:
      throw InputError(
        "case.null-fact", "leave a fact out rather than giving null", at: json.position)
    }
  }
}
