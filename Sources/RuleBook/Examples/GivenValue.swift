import Coordination
import Formula
import Quantities

/// Reads the values an example gives to names.
enum GivenValue {
  /// The value a node writes for a name of that type; nil where it writes none.
  static func value(_ node: YAMLNode, as type: ValueType) -> Value? {
    switch type {
    case .number(let unit): return node.text.flatMap { number($0, in: unit) }.map(Value.number)
    case .truth:
      return node.text == "yes" ? .truth(true) : node.text == "no" ? .truth(false) : nil
    case .date: return node.text.flatMap { Day($0) }.map(Value.date)
    case .choice(let words):
      return node.text.flatMap(words.firstIndex(of:)).map(Value.choice)
    case .country: return node.text.flatMap { Country($0) }.map(Value.country)
    case .series(let unit): return byYear(node, in: unit).map { .series(series($0)) }
    case .months(let unit):
      guard let entries = node.entries else { return nil }
      var months = YearSeries.empty
      for entry in entries {
        guard let month = Month(entry.key),
          let value = entry.value.text.flatMap({ number($0, in: unit) })
        else { return nil }
        months[Int(month.index)] = value
      }
      return .months(months)
    case .dates:
      if node.text == "none" { return .dates([]) }
      guard let items = node.items else { return nil }
      let days = items.compactMap { $0.text.flatMap { Day($0) } }
      return days.count == items.count ? .dates(days) : nil
    }
  }

  /// A number, with or without its unit.
  static func number(_ text: String, in unit: Unit) -> ExactDecimal? {
    guard let quantity = Quantity(text) else { return nil }
    return quantity.unit == nil || quantity.unit == unit ? quantity.value : nil
  }

  /// Numbers by year: `{"2026": 480}`.
  static func byYear(_ node: YAMLNode, in unit: Unit) -> [Int: ExactDecimal]? {
    guard let entries = node.entries else { return nil }
    var result: [Int: ExactDecimal] = [:]
    for entry in entries {
      guard let year = Parameter.KeyKind.year(entry.key),
        let value = entry.value.text.flatMap({ number($0, in: unit) })
      else { return nil }
      result[year] = value
    }
    return result
  }

  static func series(_ values: [Int: ExactDecimal]) -> YearSeries {
    var series = YearSeries.empty
    for (year, value) in values.sorted(by: { $0.key < $1.key }) { series[year] = value }
    return series
  }

  /// What a scheme takes for a fact the case does not give.
  static func value(_ fact: FactValue, of kind: Scheme.Fact.Kind) -> Value? {
    switch (fact, kind) {
    case (.yesNo(let truth), _): return .truth(truth)
    case (.date(let day), _): return .date(day)
    case (.dates(let days), _): return .dates(days)
    case (.number(let number), .byYear):
      return .series(YearSeries(1900...2100, repeating: number))
    case (.number(let number), _): return .number(number)
    case (.word(let word), .choice(let words)): return words.firstIndex(of: word).map(Value.choice)
    case (.byYear(let values), _): return .series(series(values))
    case (.word, _): return nil
    }
  }

  /// A parameter with another value for all days and years, or with other rows by year.
  static func parameter(_ parameter: Parameter, _ node: YAMLNode) -> Parameter? {
    func row(_ key: Int, _ value: ExactDecimal) -> Parameter.Row {
      .init(key: key, value: value, law: "", source: "the example", certainty: .primary)
    }
    var rows: [Parameter.Row]
    if let values = byYear(node, in: parameter.unit) {
      rows = values.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    } else if let value = node.text.flatMap({ number($0, in: parameter.unit) }) {
      switch parameter.shape {
      case .constant: rows = [row(0, value)]
      case .dated, .table: rows = [row(Int(Day.earliest.number), value)]
      case .yearly, .editions: rows = (1900...2100).map { row($0, value) }
      }
    } else {
      return nil
    }
    var editions: [Parameter.Edition] = []
    if parameter.shape == .editions {
      editions = [.init(since: .earliest, rows: rows)]
      rows = []
    }
    return Parameter(
      id: parameter.id, name: parameter.name, unit: parameter.unit, law: parameter.law,
      shape: parameter.shape, rows: rows, editions: editions, location: parameter.location)
  }
}
