import Formula
import Quantities

/// Reads steps, exceptions and roundings as the rule file writes them.
struct StepLoader {
  let findings: Findings

  /// A step or definition; nil with a fault.
  func step(_ node: YAMLNode, isDefinition: Bool) -> StepDeclaration? {
    guard let reader = MappingReader(node, findings, what: "a step") else { return nil }
    let id = self.id(reader)
    let name = reader.languages("name")
    let cadence = cadence(reader)
    let formula = reader.requiredFragment("is")
    let law = reader.law()
    let step = StepDeclaration(
      id: id ?? "", name: name, formula: formula ?? SourceFragment(""), cadence: cadence,
      over: reader.fragment("over"), only: reader.fragment("where"), unit: unit(reader),
      rounding: rounding(reader), law: law, says: reader.fragment("says"),
      exceptions: reader.items("exceptions").compactMap(exception), isDefinition: isDefinition,
      location: reader.node["id"]?.location ?? node.location)
    reader.finish()
    return id == nil || formula == nil ? nil : step
  }

  /// The name of a step: small letters, digits and single underscores.
  func id(_ reader: MappingReader) -> String? {
    guard let node = reader.required("id"), let id = reader.text(of: node) else { return nil }
    return checkedName(id, at: node) ? id : nil
  }

  /// Names with two underscores in a row are kept for the steps made from conditions.
  func checkedName(_ name: String, at node: YAMLNode) -> Bool {
    guard name.isReserved else { return true }
    findings.report(
      "rule.reserved-name", "'\(name)' has two underscores in a row",
      hint: "such names are kept for conditions; use one", at: node)
    return false
  }

  func cadence(_ reader: MappingReader) -> StepDeclaration.Cadence {
    guard let node = reader.optional("each"), let text = reader.text(of: node) else { return .once }
    switch text {
    case "year": return .year
    case "month": return .month
    default:
      findings.report(
        "rule.unknown-word", "a step is computed for each year or month, not '\(text)'", at: node)
      return .once
    }
  }

  private func unit(_ reader: MappingReader) -> Unit? {
    guard let node = reader.optional("unit"), let text = reader.text(of: node) else { return nil }
    if let written = WrittenUnit(text) { return written.unit }
    findings.report(
      "rule.bad-unit", "'\(text)' is no unit", hint: "such as 1, month, EUR/month", at: node)
    return nil
  }

  private func exception(_ node: YAMLNode) -> StepDeclaration.Exception? {
    guard let reader = MappingReader(node, findings, what: "an exception") else { return nil }
    let condition = reader.requiredFragment("when")
    let formula = reader.requiredFragment("is")
    let rounding = rounding(reader)
    let law = reader.law()
    let says = reader.fragment("says")
    reader.finish()
    guard let condition, let formula else { return nil }
    return .init(when: condition, is: formula, rounding: rounding, law: law, says: says)
  }

  /// `{to: 0.01, mode: half_up, law: ...}`
  func rounding(_ outer: MappingReader) -> Rounding? {
    guard let reader = outer.mapping("round", what: "a rounding") else { return nil }
    let quantum = reader.required("to").flatMap(reader.decimal(of:))
    let mode = reader.required("mode").flatMap { reader.word(of: $0, RoundingMode.self) }
    let law = reader.law()
    reader.finish()
    guard let quantum, let mode else { return nil }
    guard quantum > 0 else {
      findings.report("rule.bad-number", "a figure is rounded to more than 0", at: reader.node)
      return nil
    }
    return Rounding(to: quantum, mode: mode, law: law)
  }
}

extension String {
  /// Whether it has two underscores in a row, as the names of the steps made here do.
  var isReserved: Bool {
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "_"), last == byte { return true }
      last = byte
    }
    return false
  }
}
