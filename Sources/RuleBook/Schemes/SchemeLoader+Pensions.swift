import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// A kind of pension as the file writes it.
  struct KindDraft {
    struct ConditionDraft {
      let id: String
      let formula: SourceFragment
      let law: String
      let says: SourceFragment?
    }

    let id: String
    let name: [String: String]
    let law: String
    let earliest: SourceFragment
    let conditions: [ConditionDraft]

    func step(_ condition: String) -> String { "\(id)__\(condition)" }
  }

  /// What is paid, and how.
  struct Award {
    enum Rhythm: String, CaseIterable {
      case monthly, quarterly, yearly, weekly
      case every2Weeks = "every_2_weeks"
      case every4Weeks = "every_4_weeks"

      var payments: Int {
        switch self {
        case .monthly: 12
        case .quarterly: 4
        case .yearly: 1
        case .weekly: 52
        case .every2Weeks: 26
        case .every4Weeks: 13
        }
      }
    }

    var result: YAMLNode?
    var begins: Scheme.Beginning?
    var rhythm = Rhythm.monthly
    var payments = 12
    var figures: [YAMLNode] = []
  }

  func pensionKinds(_ oldAge: MappingReader?) -> [KindDraft] {
    var seen: Set<String> = []
    return (oldAge?.requiredItems("pensions") ?? []).compactMap { node in
      guard let kind = pensionKind(node) else { return nil }
      guard seen.insert(kind.id).inserted else {
        findings.report("rule.duplicate-name", "'\(kind.id)' stands here twice", at: node)
        return nil
      }
      return kind
    }
  }

  private func pensionKind(_ node: YAMLNode) -> KindDraft? {
    guard let kind = MappingReader(node, findings, what: "a kind of pension") else { return nil }
    let id = StepLoader(findings: findings).id(kind)
    let name = kind.languages("name")
    let law = kind.law()
    let earliest = kind.requiredFragment("earliest")
    let conditions = kind.items("qualifying").compactMap(condition)
    kind.finish()
    guard let id, let earliest else { return nil }
    return KindDraft(id: id, name: name, law: law, earliest: earliest, conditions: conditions)
  }

  func condition(_ node: YAMLNode) -> KindDraft.ConditionDraft? {
    guard let reader = MappingReader(node, findings, what: "a condition") else { return nil }
    let id = StepLoader(findings: findings).id(reader)
    let formula = reader.requiredFragment("require")
    let law = reader.law()
    let says = reader.fragment("says")
    reader.finish()
    guard let id, let formula else { return nil }
    return .init(id: id, formula: formula, law: law, says: says)
  }

  func declare(_ kinds: [KindDraft]) {
    for kind in kinds {
      generate(kind.step("earliest"), kind.earliest, .date, law: kind.law)
      for condition in kind.conditions {
        generate(
          kind.step(condition.id), condition.formula, .truth, law: condition.law,
          says: condition.says)
      }
    }
  }

  func placed(_ kinds: [KindDraft], in rules: RuleSet) -> [Scheme.PensionKind] {
    kinds.compactMap { kind in
      guard let earliest = rules.step(named: kind.step("earliest")) else { return nil }
      let conditions = kind.conditions.compactMap { condition in
        rules.step(named: kind.step(condition.id)).map {
          Scheme.Condition(id: condition.id, step: $0, law: condition.law, says: condition.says)
        }
      }
      return Scheme.PensionKind(
        id: kind.id, name: kind.name, law: kind.law, earliest: earliest, conditions: conditions)
    }
  }

  func placed(_ facts: [FactLoader.Draft], in rules: RuleSet) -> [Scheme.Fact] {
    facts.compactMap { fact in
      rules.input(named: fact.declaration.name).map {
        Scheme.Fact(
          id: fact.declaration.name, kind: fact.kind, input: $0, ask: fact.ask, law: fact.law,
          otherwise: fact.otherwise)
      }
    }
  }

  func award(_ oldAge: MappingReader?) -> Award {
    var award = Award()
    guard let oldAge else { return award }
    award.result = oldAge.optional("result")
    if award.result == nil, !oldAge.items("steps").isEmpty {
      findings.report(
        "rule.missing-key", "'result' is missing: which step is the amount?", at: oldAge.node)
    }
    if let begins = oldAge.mapping("begins", what: "when a pension begins") {
      let law = begins.requiredText("law") ?? ""
      award.begins = begins.word("on", Scheme.Beginning.Day.self).map { .init(on: $0, law: law) }
      if award.begins == nil { _ = begins.required("on", code: "rule.missing-key") }
      begins.finish()
    }
    if let rhythm = oldAge.word("rhythm", Award.Rhythm.self) { award.rhythm = rhythm }
    award.payments = oldAge.whole("payments", atLeast: 1) ?? award.rhythm.payments
    award.figures = oldAge.items("figures")
    return award
  }

  /// The step a text of the file names, with a fault where there is none.
  func step(_ node: YAMLNode, in rules: RuleSet) -> Int? {
    guard let name = reader.text(of: node) else { return nil }
    if let step = rules.step(named: name), !name.isReserved { return step }
    let names = rules.steps.map(\.declaration.id).filter { !$0.isReserved }
    findings.report(
      "rule.undefined-step", "'\(name)' is no step of this scheme",
      hint: nearest(to: name, among: names).map { "did you mean '\($0)'?" }, at: node)
    return nil
  }
}
