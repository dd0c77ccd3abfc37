import Coordination
import Formula
import Quantities

/// Reads the file of one example.
struct ExampleLoader {
  let findings: Findings
  let reader: MappingReader

  /// Reads a file; faults go with the result.
  static func load(_ path: String, from files: BookFiles) -> (
    example: WorkedExample?, diagnostics: [Diagnostic]
  ) {
    let findings = Findings()
    var example: WorkedExample?
    if let source = files.read(path) {
      if let node = YAMLReader.read(source, findings),
        let reader = MappingReader(node, findings, what: "an example")
      {
        example = ExampleLoader(findings: findings, reader: reader).example()
      }
    } else {
      findings.add(
        Diagnostic(
          "file.unreadable", "the file cannot be read",
          at: SourceLocation(file: path, line: 1, column: 1)))
    }
    return (findings.hasErrors ? nil : example, findings.diagnostics.sorted())
  }

  func example() -> WorkedExample? {
    let id = reader.requiredText("example")
    let about = reader.requiredText("about") ?? ""
    let source = reader.requiredText("source", code: "rule.missing-law") ?? ""
    let grade = reader.required("grade").flatMap { reader.word(of: $0, WorkedExample.Grade.self) }
    let today = reader.day("today")
    let subject = self.subject()
    let expectations = reader.requiredItems("expect").compactMap {
      expectation($0, isFormula: subject.map { if case .formula = $0 { true } else { false } })
    }
    var contradiction: Cited?
    if let inner = reader.mapping("contradiction", what: "a contradiction") {
      let says = inner.requiredText("says", code: "rule.missing-says") ?? ""
      contradiction = Cited(law: inner.law(), says: Phrase(template: says))
      inner.finish()
    }
    reader.finish()
    guard let id, let grade, let subject else { return nil }
    return WorkedExample(
      id: id, about: about, source: source, grade: grade, subject: subject,
      expectations: expectations, contradiction: contradiction, today: today,
      location: reader.node["example"]?.location ?? reader.node.location)
  }

  private func subject() -> WorkedExample.Subject? {
    let career = reader.optional("case")
    let formula = reader.optional("formula")
    if let career, formula == nil {
      guard career.entries != nil else {
        findings.report(
          "rule.not-a-mapping", "a case is written as 'key: value' pairs, this is \(career.kind)",
          at: career)
        return nil
      }
      return .career(ExampleCase(career))
    }
    if let formula, career == nil { return question(formula).map(WorkedExample.Subject.formula) }
    findings.report("example.subject", "an example has either a case or a formula", at: reader.node)
    return nil
  }

  private func question(_ node: YAMLNode) -> FormulaQuestion? {
    guard let inner = MappingReader(node, findings, what: "a formula example") else { return nil }
    let scheme = inner.requiredText("scheme")
    let step = inner.requiredText("step")
    let start = inner.required("start").flatMap(inner.day(of:))
    let birth = inner.required("birth").flatMap(inner.day(of:))
    let asOf = inner.day("as_of")
    let setting = inner.required("setting").flatMap { self.setting(of: $0, inner) }
    let given = inner.optional("given")
    if let given, given.entries == nil {
      findings.report("rule.not-a-mapping", "'given' is written as 'name: value' pairs", at: given)
    }
    inner.finish()
    guard let scheme, let step, let start, let birth, let setting else { return nil }
    return FormulaQuestion(
      scheme: scheme, step: step, setting: setting, start: start, birth: birth, asOf: asOf,
      given: given?.entries ?? [], node: node)
  }

  private func setting(of node: YAMLNode, _ inner: MappingReader) -> Setting? {
    guard let text = inner.text(of: node) else { return nil }
    if let setting = Setting.allCases.first(where: { $0.name == text }) { return setting }
    findings.report(
      "rule.unknown-word", "'\(text)' is no setting",
      hint: Setting.allCases.map(\.name).joined(separator: ", "), at: node)
    return nil
  }

  private func expectation(_ node: YAMLNode, isFormula: Bool?) -> Expectation? {
    guard let inner = MappingReader(node, findings, what: "an expectation") else { return nil }
    let scheme = isFormula == false ? inner.requiredText("scheme") : inner.text("scheme")
    let step = inner.text("step")
    let setting = inner.optional("setting").flatMap { self.setting(of: $0, inner) }
    let within = inner.decimal("within")
    var items: [Expectation.Item] = []
    for key in Expectation.Key.allCases {
      guard let value = inner.optional(key.rawValue), let text = inner.text(of: value) else {
        continue
      }
      items.append(.init(key: key, text: text, node: value))
    }
    inner.finish()
    let hasValue = items.contains { $0.key == .value }
    if items.isEmpty || (hasValue && step == nil && isFormula == false)
      || (step != nil && !hasValue)
    {
      findings.report(
        "example.nothing-expected",
        step == nil ? "nothing is expected here" : "'step' and 'value' go together", at: node)
      return nil
    }
    return Expectation(
      scheme: scheme, step: step, setting: setting, within: within, items: items, node: node)
  }
}
