import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// How the pro rata is made, as the file writes it.
  struct ProratingDraft {
    var hasOwn = false
    var hasTotal = false
    var ratioLaw = ""
    var step: YAMLNode?
    var rounding: Rounding?
    var hasLimit = false
    var limitLaw = ""
    var law = ""
    var minimum: YAMLNode?
    var minimumLaw = ""
  }

  private static let ownStep = "ratio__own"
  private static let totalStep = "ratio__total"
  private static let limitStep = "prorate__at_most"

  func credited() -> (step: String, law: String)? {
    guard let inner = reader.mapping("credited", what: "the crediting of a record") else {
      return nil
    }
    let cadence = StepLoader(findings: findings).cadence(inner)
    if cadence == .month {
      findings.report(
        "scheme.credited-by-month", "a record is credited by year, or as one total",
        at: inner.node)
    }
    let formula = inner.requiredFragment("is")
    let over = cadence == .once ? nil : inner.fragment("over")
    let law = inner.law()
    inner.finish(further: ["over"])
    guard let formula else { return nil }
    let name = cadence == .once ? "credited__total" : "credited__by_year"
    generate(
      name, formula, cadence == .once ? .units : .unitsByYear,
      cadence: cadence == .once ? .once : .year, over: over, law: law)
    return (name, law)
  }

  func prorating() -> ProratingDraft {
    var draft = ProratingDraft()
    guard let outer = reader.mapping("coordination", what: "the coordination") else { return draft }
    if let ratio = outer.mapping("ratio", what: "the ratio") {
      if let own = ratio.requiredFragment("own") {
        generate(Self.ownStep, own, .number)
        draft.hasOwn = true
      }
      if let total = ratio.requiredFragment("total") {
        generate(Self.totalStep, total, .number)
        draft.hasTotal = true
      }
      draft.ratioLaw = ratio.law()
      ratio.finish()
    }
    if let prorate = outer.mapping("prorate", what: "the pro rata") {
      draft.step = prorate.optional("step")
      draft.rounding = StepLoader(findings: findings).rounding(prorate)
      draft.law = prorate.law()
      if let limit = prorate.mapping("at_most", what: "the limit of the pro rata") {
        if let formula = limit.requiredFragment("is") {
          generate(Self.limitStep, formula, .number)
          draft.hasLimit = true
        }
        draft.limitLaw = limit.law()
        limit.finish()
      }
      prorate.finish()
    }
    if let minimum = outer.mapping("minimum", what: "the minimum benefit") {
      draft.minimum = minimum.required("step")
      draft.minimumLaw = minimum.law()
      minimum.finish()
    }
    outer.finish()
    return draft
  }

  func placedMinimum(_ draft: ProratingDraft, in rules: RuleSet) -> Scheme.MinimumBenefit? {
    draft.minimum.flatMap { step($0, in: rules) }.map {
      Scheme.MinimumBenefit(step: $0, law: draft.minimumLaw)
    }
  }

  func placed(_ draft: ProratingDraft, in rules: RuleSet) -> Scheme.Prorating {
    Scheme.Prorating(
      own: draft.hasOwn ? rules.step(named: Self.ownStep) : nil,
      total: draft.hasTotal ? rules.step(named: Self.totalStep) : nil, ratioLaw: draft.ratioLaw,
      step: draft.step.flatMap { step($0, in: rules) }, rounding: draft.rounding,
      atMost: draft.hasLimit ? rules.step(named: Self.limitStep) : nil, atMostLaw: draft.limitLaw,
      law: draft.law)
  }

  /// A rule of export, with the name of its condition's step.
  struct ExportDraft {
    let step: String?
    let payment: Scheme.ExportRule.Payment
    let law: String
    let says: String
  }

  func export() -> [ExportDraft] {
    let items = reader.items("export")
    var drafts: [ExportDraft] = []
    for (index, node) in items.enumerated() {
      guard let rule = MappingReader(node, findings, what: "a rule of export") else { continue }
      let isLast = rule.has("otherwise")
      var name: String?
      if !isLast, let condition = rule.requiredFragment("when") {
        name = "export__\(index + 1)"
        generate(name ?? "", condition, .truth)
      }
      let payment = rule.required(isLast ? "otherwise" : "paid")
        .flatMap { rule.word(of: $0, Scheme.ExportRule.Payment.self) }
      let law = rule.law()
      let needsSentence = payment == .reduced || payment == Scheme.ExportRule.Payment.none
      let says =
        needsSentence
        ? rule.requiredText("says", code: "rule.missing-says") : rule.text("says")
      rule.finish()
      if isLast, index != items.count - 1 {
        findings.report(
          "rule.unreachable-exception", "what holds otherwise comes last; nothing after it is read",
          at: node)
      }
      guard let payment, isLast || name != nil else { continue }
      drafts.append(ExportDraft(step: name, payment: payment, law: law, says: says ?? ""))
    }
    if let last = items.last, last["otherwise"] == nil {
      findings.report(
        "scheme.export-open", "the last rule says what holds otherwise",
        hint: "add {otherwise: full, law: ...}", at: last)
    }
    return drafts
  }

  func placed(_ drafts: [ExportDraft], in rules: RuleSet) -> [Scheme.ExportRule] {
    drafts.map {
      Scheme.ExportRule(
        condition: $0.step.flatMap { rules.step(named: $0) }, payment: $0.payment, law: $0.law,
        says: $0.says)
    }
  }
}
