import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// The scheme; nil where a fault keeps it from running.
  func scheme() -> Scheme? {
    let name = reader.languages("name")
    if name.isEmpty { findings.report("rule.missing-key", "'name' is missing", at: reader.node) }
    let law = lawOfScheme()
    let perYear = reader.has("per_year") ? reader.whole("per_year", atLeast: 1) : nil
    let covers = self.covers()
    let onePensionWith = self.onePensionWith()
    let limits = self.limits()
    let earningsRequired = classes("earnings_required")
    let earningsReplacedBy = reader.items("earnings_replaced_by")
    let averages = averageEarnings()
    let notes = reader.texts("notes")
    let oldAge = reader.mapping("old_age", what: "the old-age pension")
    let kinds = pensionKinds(oldAge)

    declareInputs(pensions: kinds.map(\.id))
    let facts = declareFacts()
    declareParameters()
    let steps = StepLoader(findings: findings)
    for node in reader.items("definitions") { add(steps.step(node, isDefinition: true)) }
    for node in oldAge?.items("steps") ?? [] { add(steps.step(node, isDefinition: false)) }
    let credited = self.credited()
    declare(kinds)
    let prorating = self.prorating()
    let export = self.export()
    let refunds = self.refunds()
    let award = self.award(oldAge)
    oldAge?.finish()
    reader.finish()

    let rules = builder.build()
    findings.add(builder.diagnostics)
    guard let rules else { return nil }
    checkTypes(in: rules)
    checkSentences(in: rules)
    checkAward(award, prorating, in: rules)
    if frame.isThorough { checkReading(of: rules) }
    return Scheme(
      id: frame.id, country: frame.country, name: name, lawTitle: law.title,
      lawAddress: law.address, currency: frame.currency,
      formerCurrencies: frame.formerCurrencies, unit: frame.unit,
      perYear: perYear ?? Self.unitsPerYear(frame.unit), covers: covers,
      onePensionWith: onePensionWith, rules: rules,
      credited: credited.flatMap { rules.step(named: $0.step) }, creditedLaw: credited?.law ?? "",
      earningsRequired: earningsRequired,
      earningsReplacedBy: earningsReplacedBy.compactMap { fact($0, among: facts) },
      averageEarnings: averages.compactMap { average($0, in: rules) },
      facts: placed(facts, in: rules), limits: limits,
      pensions: placed(kinds, in: rules), result: award.result.flatMap { step($0, in: rules) },
      begins: award.begins, rhythm: award.rhythm.rawValue, payments: award.payments,
      figures: award.figures.compactMap { step($0, in: rules) },
      prorating: placed(prorating, in: rules), minimum: placedMinimum(prorating, in: rules),
      export: placed(export, in: rules), refunds: placed(refunds, in: rules), notes: notes,
      certainty: frame.certainty ?? .primary)
  }

  /// The most units a calendar year can hold, where the scheme says nothing else.
  static func unitsPerYear(_ unit: PeriodUnit) -> Int {
    switch unit {
    case .day: 366
    case .week: 53
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  private func lawOfScheme() -> (title: String, address: String) {
    guard reader.required("law", code: "rule.missing-law") != nil,
      let law = reader.mapping("law", what: "the law of the scheme")
    else { return ("", "") }
    let title = law.requiredText("title") ?? ""
    let address = law.text("url") ?? ""
    law.finish()
    return (title, address)
  }

  private func covers() -> [PeriodType.Rank] {
    reader.requiredItems("covers").compactMap { node in
      guard let text = reader.text(of: node) else { return nil }
      if let rank = Self.rank(named: text) { return rank }
      findings.report(
        "rule.unknown-word", "'\(text)' is no class a scheme covers",
        hint: "compulsory, voluntary, assimilated or residence", at: node)
      return nil
    }
  }

  private static func rank(named name: String) -> PeriodType.Rank? {
    switch name {
    case "compulsory": .compulsory
    case "voluntary": .voluntary
    case "assimilated": .assimilated
    case "residence": .residence
    default: nil
    }
  }

  private func classes(_ key: String) -> PeriodSelection {
    var selection: PeriodSelection = []
    for node in reader.items(key) {
      guard let text = reader.text(of: node) else { continue }
      if let named = PeriodClass.named[text] {
        selection.insert(PeriodSelection(named))
      } else {
        let near = nearest(to: text, among: PeriodClass.named.keys.sorted())
        findings.report(
          "rule.unknown-word", "'\(text)' is no class of periods",
          hint: near.map { "did you mean '\($0)'?" }, at: node)
      }
    }
    return selection
  }

  /// The fact a text of the file names, with a fault where there is none.
  private func fact(_ node: YAMLNode, among facts: [FactLoader.Draft]) -> String? {
    guard let name = reader.text(of: node) else { return nil }
    let names = facts.map(\.declaration.name)
    if names.contains(name) { return name }
    findings.report(
      "rule.undefined-fact", "'\(name)' is no fact of this scheme",
      hint: nearest(to: name, among: names).map { "did you mean '\($0)'?" }, at: node)
    return nil
  }

  private func onePensionWith() -> Scheme.OnePension? {
    guard let one = reader.mapping("one_pension_with", what: "the schemes that pay one pension")
    else { return nil }
    let schemes = one.requiredItems("schemes").compactMap { one.text(of: $0) }
    let law = one.requiredText("law") ?? ""
    let says = one.requiredText("says", code: "rule.missing-says") ?? ""
    one.finish()
    return Scheme.OnePension(schemes: schemes, law: law, says: says)
  }

  private func limits() -> Scheme.Limits? {
    guard let limits = reader.mapping("limits", what: "the limits of a scheme") else { return nil }
    let born = range(limits, "born")
    let start = range(limits, "start")
    let says = limits.requiredText("says", code: "rule.missing-says") ?? ""
    limits.finish()
    return Scheme.Limits(born: born, start: start, says: says)
  }

  private func range(_ limits: MappingReader, _ key: String) -> ClosedRange<Day>? {
    guard let node = limits.optional(key) else { return nil }
    let items = limits.items(key)
    let days = items.compactMap(limits.day(of:))
    // A day that is none has been reported already.
    guard days.count == items.count else { return nil }
    guard days.count == 2, days[0] <= days[1] else {
      findings.report(
        "rule.bad-range", "expected a first and a last day", hint: "[1930-01-01, 2010-12-31]",
        at: node)
      return nil
    }
    return days[0]...days[1]
  }

  // MARK: Names

  private func declareInputs(pensions: [String]) {
    let written = reader.text("earnings_unit") ?? "\(frame.currency.code)/year"
    guard let earnings = Unit(written) else {
      if let node = reader.optional("earnings_unit") {
        findings.report(
          "rule.bad-unit", "'\(written)' is not a unit of money",
          hint: "\(frame.currency.code)/year", at: node)
      }
      return
    }
    let inputs = SchemeInputs.declarations(
      unit: builder.schemeUnit, earnings: earnings, pensions: pensions)
    for input in inputs { builder.add(input) }
  }

  private func declareFacts() -> [FactLoader.Draft] {
    let loader = FactLoader(findings: findings)
    let drafts = entries("facts").compactMap(loader.fact)
    for draft in drafts { builder.add(draft.declaration, at: draft.location) }
    return drafts
  }

  private func declareParameters() {
    let steps = StepLoader(findings: findings)
    for entry in entries("parameters") {
      guard !entry.key.isReserved else {
        _ = steps.checkedName(entry.key, at: entry.value)
        continue
      }
      var loader = ParameterLoader(entry, frame: frame, findings)
      if let parameter = loader?.load() {
        builder.add(parameter)
      } else if loader != nil {
        builder.addBroken(entry.key, at: entry.keyLocation)
      }
    }
  }

  private func entries(_ key: String) -> [YAMLNode.Entry] {
    guard let node = reader.optional(key) else { return [] }
    if let entries = node.entries { return entries }
    findings.report(
      "rule.not-a-mapping", "'\(key)' is written as 'name: ...' pairs, this is \(node.kind)",
      at: node)
    return []
  }

  private func add(_ step: StepDeclaration?) {
    guard let step else { return }
    builder.add(step)
    if let says = step.says { sentences.append((says, step.cadence)) }
    for exception in step.exceptions {
      if let says = exception.says { sentences.append((says, step.cadence)) }
    }
  }

  /// Adds a formula that stands outside the steps as a step of its own.
  func generate(
    _ name: String, _ fragment: SourceFragment, _ wanted: Demand.Wanted,
    cadence: StepDeclaration.Cadence = .once, over: SourceFragment? = nil, law: String = "",
    says: SourceFragment? = nil
  ) {
    builder.add(
      StepDeclaration(
        id: name, formula: fragment, cadence: cadence, over: over, law: law, says: says,
        isDefinition: true))
    demands.append(Demand(step: name, wanted: wanted, fragment: fragment))
    if let says { sentences.append((says, cadence)) }
  }
}
