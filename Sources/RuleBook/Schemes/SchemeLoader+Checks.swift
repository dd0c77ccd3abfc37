import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// Holds the generated steps against what they must yield.
  func checkTypes(in rules: RuleSet) {
    for demand in demands {
      guard let step = rules.step(named: demand.step) else { continue }
      let type = rules.steps[step].type
      let message: String?
      switch (demand.wanted, type) {
      case (.date, .date), (.truth, .truth), (.number, .number): message = nil
      case (.units, .number(let unit)), (.unitsByYear, .series(let unit)):
        message =
          unit == rules.schemeUnit || unit == .one
          ? nil : "the scheme counts in \(rules.schemeUnit), this is in \(unit)"
      case (.money, .number(let unit)) where unit == Unit(frame.currency.code): message = nil
      case (.money, _): message = "expected a sum in \(frame.currency), this is \(type)"
      case (.date, _): message = "expected a date, this is \(type)"
      case (.truth, _): message = "expected a condition, this is \(type)"
      default: message = "expected a number, this is \(type)"
      }
      guard let message else { continue }
      findings.add(
        Diagnostic(
          "formula.type-mismatch", message, at: demand.fragment.location(),
          length: demand.fragment.text.count))
    }
  }

  /// Names in braces must mean something, and one thing.
  func checkSentences(in rules: RuleSet) {
    for (fragment, cadence) in sentences where fragment.text.utf8.contains(UInt8(ascii: "{")) {
      let sentence: Sentence
      do throws(Diagnostic) {
        sentence = try Sentence(fragment)
      } catch {
        findings.add(error)
        continue
      }
      for name in sentence.names {
        guard let (code, message, hint) = fault(of: name, cadence, in: rules) else { continue }
        let offset =
          fragment.text.firstRange(of: "{\(name)}").map {
            fragment.text.utf8.distance(from: fragment.text.startIndex, to: $0.lowerBound) + 1
          } ?? 0
        findings.add(
          Diagnostic(
            code, message, hint: hint, at: fragment.location(of: offset), length: name.count))
      }
    }
  }

  private func fault(
    of name: String, _ cadence: StepDeclaration.Cadence, in rules: RuleSet
  ) -> (String, String, String?)? {
    if name == "setting" || cadence == .year && name == "year" { return nil }
    if cadence == .month, name == "month" || name == "year" { return nil }
    if rules.step(named: name) != nil || rules.input(named: name) != nil { return nil }
    guard let index = rules.parameter(named: name) else {
      let known =
        rules.steps.map(\.declaration.id) + rules.inputs.map(\.name) + rules.parameters.map(\.id)
      return (
        "says.undefined-name", "'\(name)' is not defined",
        nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      )
    }
    switch rules.parameters[index].shape {
    case .constant, .dated: return nil
    case .yearly, .editions:
      if cadence != .once { return nil }
      return ("says.which-year", "'\(name)' has a value for each year: which one?", nil)
    case .table:
      return (
        "says.which-row", "'\(name)' is a table: which row?", "name a step that looks it up"
      )
    }
  }

  /// The amount is money of the scheme for a span of time.
  func checkAward(_ award: Award, _ prorating: ProratingDraft, in rules: RuleSet) {
    guard let node = award.result, let name = node.text, let index = rules.step(named: name) else {
      return
    }
    let type = rules.steps[index].type
    guard case .number(let unit) = type, unit.currency == frame.currency.code, unit.per != nil
    else {
      findings.report(
        "scheme.result-unit",
        "the amount must be in \(frame.currency) for a span of time, "
          + "such as \(frame.currency)/month; this is \(type)", at: node)
      return
    }
    let base = prorating.step?.text.flatMap { rules.step(named: $0) } ?? index
    if let own = rules.step(named: "ratio__own"), let total = rules.step(named: "ratio__total"),
      rules.steps[own].type != rules.steps[total].type
    {
      report(
        "formula.unit-mismatch",
        "the ratio's parts differ: \(rules.steps[own].type), \(rules.steps[total].type)",
        at: rules.steps[total].declaration.formula)
    }
    if let limit = rules.step(named: "prorate__at_most"),
      rules.steps[limit].type != rules.steps[base].type
    {
      report(
        "formula.unit-mismatch",
        "the limit is \(rules.steps[limit].type), the amount it limits \(rules.steps[base].type)",
        at: rules.steps[limit].declaration.formula)
    }
  }

  private func report(_ code: String, _ message: String, at fragment: SourceFragment) {
    findings.add(
      Diagnostic(code, message, at: fragment.location(), length: fragment.text.count))
  }

  /// What nobody reads, and what can never apply.
  func checkReading(of rules: RuleSet) {
    let told = Set(sentences.flatMap { (try? Sentence($0.says))?.names ?? [] })
    for index in rules.unreadParameters {
      let parameter = rules.parameters[index]
      guard !told.contains(parameter.id) else { continue }
      findings.add(
        Diagnostic(
          "parameter.unread", "no formula reads '\(parameter.id)'",
          hint: "use it or take it out", at: parameter.location, length: parameter.id.count,
          severity: .warning))
    }
    for (step, exception) in rules.unreachableExceptions {
      let condition = rules.steps[step].declaration.exceptions[exception].condition
      report("rule.unreachable-exception", "this exception can never apply", at: condition)
    }
  }
}
