import Coordination
import Formula
import Quantities

/// Reads what a scheme asks beyond periods.
struct FactLoader {
  let findings: Findings

  /// A fact as the engine knows it, but for its place among the inputs.
  struct Draft {
    let declaration: InputDeclaration
    let kind: Scheme.Fact.Kind
    let ask: String
    let law: String
    let otherwise: (value: FactValue, says: String)?
    let location: SourceLocation
  }

  func fact(_ entry: YAMLNode.Entry) -> Draft? {
    guard let reader = MappingReader(entry.value, findings, what: "a fact") else { return nil }
    let typed = kind(reader)
    let ask = reader.requiredText("ask") ?? ""
    let law = reader.law()
    var otherwise: (value: FactValue, says: String)?
    if let inner = reader.mapping("otherwise", what: "what holds otherwise") {
      let value = inner.required("value").flatMap { node in
        typed.flatMap { answer(node, $0.kind, inner) }
      }
      let says = inner.requiredText("says", code: "rule.missing-says")
      inner.finish()
      if let value, let says { otherwise = (value, says) }
    }
    reader.finish(further: ["unit", "each", "of"])
    guard let typed else { return nil }
    return Draft(
      declaration: InputDeclaration(name: entry.key, type: typed.type, isFact: true),
      kind: typed.kind, ask: ask, law: law, otherwise: otherwise, location: entry.keyLocation)
  }

  private func kind(_ reader: MappingReader) -> (kind: Scheme.Fact.Kind, type: ValueType)? {
    guard let node = reader.required("type"), let text = reader.text(of: node) else { return nil }
    switch text {
    case "yes_no": return (.yesNo, .truth)
    case "date": return (.date, .date)
    case "dates": return (.dates, .dates)
    case "choice":
      let words = reader.requiredItems("of").compactMap(reader.text(of:))
      return words.isEmpty ? nil : (.choice(words), .choice(words))
    case "number":
      var unit = Unit.one
      if let node = reader.optional("unit"), let text = reader.text(of: node) {
        guard let written = Unit(text) else {
          findings.report("rule.bad-unit", "'\(text)' is no unit", at: node)
          return nil
        }
        unit = written
      }
      guard let each = reader.optional("each") else { return (.number, .number(unit)) }
      guard reader.text(of: each) == "year" else {
        findings.report("rule.unknown-word", "a fact is asked for 'each: year' only", at: each)
        return nil
      }
      return (.byYear, .series(unit))
    default:
      findings.report(
        "rule.unknown-word", "'\(text)' is no type of a fact",
        hint: "yes_no, date, dates, number or choice", at: node)
      return nil
    }
  }

  /// What is taken where the case says nothing.
  private func answer(
    _ node: YAMLNode, _ kind: Scheme.Fact.Kind, _ reader: MappingReader
  ) -> FactValue? {
    guard let text = reader.text(of: node) else { return nil }
    switch kind {
    case .yesNo:
      if text == "yes" || text == "no" { return .yesNo(text == "yes") }
    case .date:
      if let day = Day(text) { return .date(day) }
    case .dates:
      if text == "none" { return .dates([]) }
    case .number:
      if let number = ExactDecimal(text) { return .number(number) }
    case .byYear:
      // A number stands for every year; none is a series without years.
      if text == "none" { return .byYear([:]) }
      if let number = ExactDecimal(text) { return .number(number) }
    case .choice(let words):
      if words.contains(text) { return .word(text) }
    }
    findings.report("fact.bad-value", "'\(text)' is no answer to this fact", at: node)
    return nil
  }
}
