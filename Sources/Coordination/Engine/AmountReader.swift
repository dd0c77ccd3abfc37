import Formula
import Quantities

/// Computes the amounts of a pension by the method of an instrument.
struct AmountReader {
  let scheme: Scheme

  /// The amount on own periods alone.
  func independent(_ run: inout Run<SchemeSituation>) throws(EvaluationError) -> ExactDecimal {
    try number(&run, scheme.result, .independent)
  }

  /// Own accrual where foreign periods count for the right.
  func totalized(_ run: inout Run<SchemeSituation>) throws(EvaluationError) -> ExactDecimal {
    try number(&run, scheme.result, .totalized)
  }

  /// Own years over full years, where the scheme says what they are.
  func fraction(_ run: inout Run<SchemeSituation>) throws(EvaluationError) -> Ratio? {
    guard let own = scheme.prorating.own, let total = scheme.prorating.total else { return nil }
    return try? Ratio(
      try number(&run, own, .totalized), over: try number(&run, total, .totalized))
  }

  /// Theoretical amount, ratio and pro rata amount.
  ///
  /// The ratio is applied at the step the scheme names and the steps after it are then computed
  /// from the prorated value; it never exceeds 1.
  func proRata(_ run: inout Run<SchemeSituation>) throws(EvaluationError) -> (
    theoretical: ExactDecimal, ratio: Ratio, prorated: ExactDecimal, per: String?,
    amount: ExactDecimal, sentence: Phrase
  ) {
    let rule = scheme.prorating
    guard let target = rule.step ?? scheme.result else {
      throw .unsupported("the scheme has no amount to prorate")
    }
    let theoretical = try number(&run, target, .theoretical)
    let (own, total) = try parts(&run)
    guard let ratio = try? Ratio(min(own, total), over: total),
      let part = try? ExactDecimal.quotient(of: [theoretical, min(own, total)], by: [total])
    else { throw .overflow }
    var prorated = part
    let rounding = rule.rounding ?? scheme.rules.steps[target].declaration.rounding
    if let rounding, let rounded = try? prorated.rounded(to: rounding.quantum, rounding.mode) {
      prorated = rounded
    }
    run.fix(target, in: .prorated, to: .number(prorated))
    let product = prorated
    var sentence: Phrase = "\(theoretical) × \("\(ratio)") = \(product)"
    if let atMost = rule.atMost {
      let cap = try number(&run, atMost, .prorated)
      if cap < prorated {
        sentence = "\(sentence), but at most \(cap) (\(rule.atMostLaw))"
        prorated = cap
        run.fix(target, in: .prorated, to: .number(prorated))
      }
    }
    var per: String?
    if case .number(let unit) = scheme.rules.steps[target].type { per = unit.per }
    return (
      theoretical, ratio, prorated, per, try number(&run, scheme.result, .prorated), sentence
    )
  }

  /// Own periods and all periods, as the scheme counts them for its ratio.
  func parts(_ run: inout Run<SchemeSituation>) throws(EvaluationError) -> (
    own: ExactDecimal, total: ExactDecimal
  ) {
    let rule = scheme.prorating
    let own =
      try rule.own.map { step throws(EvaluationError) in try number(&run, step, .theoretical) }
      ?? run.source.ownTotalized.total
    let total =
      try rule.total.map { step throws(EvaluationError) in try number(&run, step, .theoretical) }
      ?? run.source.ownTotalized.total.plus(run.source.foreign.ratioTotal)
    guard total.signum > 0 else { throw .divisionByZero }
    return (own, total)
  }

  private func number(_ run: inout Run<SchemeSituation>, _ step: Int?, _ setting: Setting)
    throws(EvaluationError) -> ExactDecimal
  {
    guard let step else { throw .unsupported("the scheme has no amount") }
    guard case .number(let value) = try run.value(of: step, in: setting) else {
      throw .unsupported("the amount is not a number")
    }
    return value
  }

  /// An empty set of amounts in the unit of the scheme's result.
  func frame(from start: Day, isProjection: Bool) -> Amounts {
    var currency = scheme.currency
    var per = "month"
    if let result = scheme.result, case .number(let unit) = scheme.rules.steps[result].type {
      per = unit.per ?? per
      currency = unit.currency.flatMap { Currency($0) } ?? currency
    }
    return Amounts(
      currency: currency, per: per, rhythm: scheme.rhythm, payments: scheme.payments,
      from: start, isProjection: isProjection)
  }
}
