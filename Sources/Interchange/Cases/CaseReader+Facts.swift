import Coordination
import Quantities

extension CaseReader {
  mutating func facts() throws(InputError) -> [String: [String: FactValue]] {
    var facts: [String: [String: FactValue]] = [:]
    var schemes = SeenNames()
    try map { (reader, scheme, offset) throws(InputError) in
      try schemes.check(scheme, at: offset)
      var values: [String: FactValue] = [:]
      var names = SeenNames()
      try reader.map { (reader, name, offset) throws(InputError) in
        try names.check(name, at: offset)
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
      var names = SeenNames()
      try map { (reader, name, offset) throws(InputError) in
        try names.check(name, at: offset)
        guard name.utf8.count == 4, let year = Int(name) else {
          throw InputError("case.bad-year", "'\(name)' is not a year", at: offset)
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
