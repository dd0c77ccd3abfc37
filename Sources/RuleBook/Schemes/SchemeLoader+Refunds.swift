import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// A refund as the file writes it.
  struct RefundDraft {
    let id: String
    let name: [String: String]
    let law: String
    let says: SourceFragment?
    let conditions: [KindDraft.ConditionDraft]
    var withoutRightLaw: String?
    var hasFrom = false
    var hasUntil = false
    var hasAmount = false
    var hasUnits = false
    var erasureLaw = ""
    var erasureSays: SourceFragment?
    let certainty: Certainty?

    func step(_ part: String) -> String { "refund_\(id)__\(part)" }
  }

  func refunds() -> [RefundDraft] {
    var seen: Set<String> = []
    return reader.items("refunds").compactMap { node in
      guard let draft = refund(node) else { return nil }
      guard seen.insert(draft.id).inserted else {
        findings.report("rule.duplicate-name", "'\(draft.id)' stands here twice", at: node)
        return nil
      }
      return draft
    }
  }

  private func refund(_ node: YAMLNode) -> RefundDraft? {
    guard let refund = MappingReader(node, findings, what: "a refund") else { return nil }
    let id = StepLoader(findings: findings).id(refund)
    let name = refund.languages("name")
    if name.isEmpty { findings.report("rule.missing-key", "'name' is missing", at: node) }
    let law = refund.law()
    let says = refund.fragment("says")
    let conditions = refund.items("qualifying").compactMap(condition)
    var withoutRight: String?
    if let inner = refund.mapping("without_right", what: "the want of a right") {
      withoutRight = inner.law()
      inner.finish()
    }
    let from = refund.fragment("from")
    let until = refund.fragment("until")
    let amount = refund.fragment("amount")
    let certainty = refund.certainty()
    _ = refund.text("source")
    guard refund.required("erases") != nil,
      let erasure = refund.mapping("erases", what: "what a refund erases"), let id
    else {
      refund.finish()
      return nil
    }
    var draft = RefundDraft(
      id: id, name: name, law: law, says: says, conditions: conditions, certainty: certainty)
    draft.withoutRightLaw = withoutRight
    draft.erasureLaw = erasure.law()
    draft.erasureSays = erasure.fragment("says")
    if let units = erasure.fragment("is") {
      generate(draft.step("erases"), units, .units, law: draft.erasureLaw)
      draft.hasUnits = true
    }
    erasure.finish()
    refund.finish()
    for condition in conditions {
      generate(
        draft.step(condition.id), condition.formula, .truth, law: condition.law,
        says: condition.says)
    }
    if let from {
      generate(draft.step("from"), from, .date, law: law)
      draft.hasFrom = true
    }
    if let until {
      generate(draft.step("until"), until, .date, law: law)
      draft.hasUntil = true
    }
    if let amount {
      generate(draft.step("amount"), amount, .money, law: law)
      draft.hasAmount = true
    }
    for sentence in [says, draft.erasureSays].compactMap({ $0 }) {
      sentences.append((sentence, .once))
    }
    return draft
  }

  func placed(_ drafts: [RefundDraft], in rules: RuleSet) -> [Refund] {
    drafts.map { draft in
      func step(_ part: String, _ isWritten: Bool) -> Int? {
        isWritten ? rules.step(named: draft.step(part)) : nil
      }
      let conditions = draft.conditions.compactMap { condition in
        rules.step(named: draft.step(condition.id)).map {
          Scheme.Condition(id: condition.id, step: $0, law: condition.law, says: condition.says)
        }
      }
      return Refund(
        id: draft.id, name: draft.name, law: draft.law, says: draft.says, conditions: conditions,
        withoutRightLaw: draft.withoutRightLaw, from: step("from", draft.hasFrom),
        until: step("until", draft.hasUntil),
        amount: step("amount", draft.hasAmount),
        erasure: Refund.Erasure(
          units: step("erases", draft.hasUnits), law: draft.erasureLaw, says: draft.erasureSays),
        certainty: draft.certainty ?? frame.certainty ?? .primary)
    }
  }
}
