import Formula
import Quantities

/// Computes the amounts of a pension by the method of an instrument's side.
extension SchemeAssessor {
  func apply(_ side: Side, to award: Award) {
    let bothAmounts = award.independent.isMet
    switch side.method {
    case .direct, .residenceFraction, .separate:
      let isFraction = side.method == .residenceFraction
      compute(award) { reader, run, amounts throws(EvaluationError) in
        let value = try reader.totalized(&run)
        if isFraction { amounts.ratio = try reader.fraction(&run) }
        amounts.totalized = value
        amounts.paid = value
        amounts.basis = .totalized
      }
    case .proRata, .higherOf, .claimantChoice:
      award.setting = .prorated
      let tie = side.tie
      compute(award) { reader, run, amounts throws(EvaluationError) in
        let parts = try reader.proRata(&run)
        amounts.theoretical = parts.theoretical
        amounts.ratio = parts.ratio
        amounts.prorated = parts.prorated
        amounts.proratedPer = parts.per
        amounts.proratedSentence = parts.sentence
        amounts.proRata = parts.amount
        amounts.paid = parts.amount
        amounts.basis = .proRata
        guard bothAmounts else { return }
        let independent = try reader.independent(&run)
        amounts.independent = independent
        if independent > parts.amount || independent == parts.amount && tie == .independent {
          amounts.paid = independent
          amounts.basis = .independent
        }
      }
      award.amounts?.isChoice = side.method == .claimantChoice && bothAmounts
      if award.amounts?.basis == .independent { award.setting = .independent }
    case .balance, .territorial, .contributionOnly, .unknown:
      award.missing.append(
        Missing(
          .agreement, what: "\(scheme.id): how the amount is computed under the agreement",
          ask: "the method of \(award.instrument?.id ?? "the agreement") is not in the rule book",
          law: side.methodLaw))
    }
  }

  /// Runs a computation; where a value is not yet published, again with the newest ones.
  func compute(
    _ award: Award,
    _ body: (AmountReader, inout Run<SchemeSituation>, inout Amounts) throws(EvaluationError) ->
      Void
  ) {
    if let limit = limit(of: award) {
      award.missing.append(limit)
      return
    }
    if let other = onePension() {
      award.missing.append(other)
      return
    }
    award.missing += missingEarnings(award.run.source)
    guard award.missing.isEmpty else { return }
    var amounts = reader.frame(from: award.start, isProjection: award.isProjected)
    do {
      try body(reader, &award.run, &amounts)
      award.amounts = amounts
    } catch .missingParameter(_, _, .notYetPublished) where !award.run.source.isProjection {
      guard
        let again = try? way(award.kind, award.start, under: award.link, projecting: true)
      else { return }
      award.run = again.run
      amounts.usesLastPublished = true
      do {
        try body(reader, &award.run, &amounts)
        award.amounts = amounts
      } catch {
        award.missing.append(Missing(error, of: scheme))
      }
    } catch {
      award.missing.append(Missing(error, of: scheme))
    }
  }
}
