import Formula
import Quantities

/// Finds the refunds of a scheme that a person could ask for now, or from a later day on.
struct RefundReader {
  let context: CaseContext
  let scheme: Scheme

  /// Those whose conditions hold, or cannot be decided without asking.
  ///
  /// - Parameter result: what the scheme grants as a pension.
  func refunds(beside result: SchemeResult) -> [RefundResult] {
    guard !scheme.refunds.isEmpty else { return [] }
    let day = context.requestedStart(of: scheme) ?? context.today
    guard
      let situation = try? SituationBuilder(context: context, scheme: scheme).situation(
        kind: 0, start: day, under: nil, projecting: true),
      situation.own.total.signum > 0
    else { return [] }
    let hasRight = result.independent?.isMet ?? false || result.totalized?.isMet ?? false
    return scheme.refunds.compactMap { rule in
      rule.withoutRightLaw != nil && hasRight ? nil : refund(situation, rule, on: day, result)
    }
  }

  private func refund(
    _ situation: SchemeSituation, _ rule: Refund, on day: Day, _ result: SchemeResult
  ) -> RefundResult? {
    var run = situation.run()
    // Whether a pension is due instead is not known before these are answered.
    var missing = rule.withoutRightLaw == nil ? [] : result.missing.filter { $0.kind == .fact }
    for condition in rule.conditions {
      switch found(condition.step, &run, &missing) {
      case .truth(false)?: return nil
      default: break
      }
    }
    var from: Day?
    var until: Day?
    if case .date(let first)? = found(rule.from, &run, &missing) { from = first }
    if case .date(let last)? = found(rule.until, &run, &missing) { until = last }
    if let until, until < max(day, from ?? day) { return nil }
    var amount: ExactDecimal?
    if case .number(let value)? = found(rule.amount, &run, &missing) { amount = value }
    var erased = situation.own.total
    if case .number(let units)? = found(rule.erasure.units, &run, &missing) { erased = units }
    guard erased.signum > 0 else { return nil }
    let says = phrase(rule.sentence, &run)
    let erasureSays = phrase(rule.erasure.sentence, &run)
    return RefundResult(
      id: rule.id, name: rule.name, law: rule.law, says: says, from: from, until: until,
      amount: amount, currency: scheme.currency, erases: erased, unit: scheme.unit,
      erasureLaw: rule.erasure.law, erasureSays: erasureSays, missing: missing,
      certainty: min(rule.certainty, run.weakest))
  }

  /// What a step yields; where it cannot be computed, what is missing is noted.
  private func found(
    _ step: Int?, _ run: inout Run<SchemeSituation>, _ missing: inout [Missing]
  ) -> Value? {
    guard let step else { return nil }
    do {
      return try run.value(of: step, in: .independent)
    } catch {
      let lacking = Missing(error, of: scheme)
      if !missing.contains(lacking) { missing.append(lacking) }
      return nil
    }
  }

  private func phrase(_ sentence: Sentence?, _ run: inout Run<SchemeSituation>) -> Phrase {
    sentence.map { run.phrase(of: $0, in: .independent) } ?? ""
  }
}
