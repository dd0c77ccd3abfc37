import Formula
import Quantities

/// What the State of residence adds where all benefits under an instrument together stay below
/// the minimum its own law grants for the same periods (Reg. 883/2004 Art 58).
struct MinimumSupplement {
  private let scheme: Scheme
  private let instrument: Instrument
  private let law: String
  /// The minimum for one payment of the scheme; nil where it could not be decided.
  private let minimum: ExactDecimal?
  private let missing: Missing?

  /// Reads the minimum; nil where no supplement is a question: no pension now, residence
  /// elsewhere, no minimum in the scheme's law, or no instrument that says so.
  init?(
    of scheme: Scheme, beside result: SchemeResult, _ run: inout Run<SchemeSituation>,
    _ links: [Link], _ context: CaseContext
  ) {
    guard let rule = scheme.minimum, context.person.livesIn == scheme.country,
      result.status == .payable, !result.foreign.isEmpty,
      let instrument = links.first(where: { $0.instrument.minimumSupplement != nil })?.instrument
    else { return nil }
    self.scheme = scheme
    self.instrument = instrument
    law = "\(instrument.minimumSupplement?.law ?? ""); \(rule.law)"
    do {
      let value = try run.value(of: rule.step, in: .theoretical)
      if case .number(let amount) = value { minimum = amount } else { minimum = nil }
      missing = nil
    } catch {
      minimum = nil
      missing = Missing(error, of: scheme)
    }
  }

  /// Adds the supplement to the scheme's result, or says what keeps it from being computed.
  func add(to results: inout [SchemeResult], at index: Int, _ context: CaseContext) {
    let home = Phrase(template: scheme.country.name)
    if let missing {
      note(
        &results[index],
        "Not examined: whether \(home) makes the pensions up to its minimum (\(missing.what): \(missing.ask))."
      )
    }
    guard let minimum, minimum.signum > 0, var amounts = results[index].amounts,
      let least = Self.yearly(minimum, amounts), let from = amounts.from
    else { return }
    let linked = context.career.countries.filter {
      $0 == scheme.country || context.links(instrument, scheme.country, $0, on: from)
    }
    var sum = ExactDecimal.zero
    var unknown: [String] = linked.filter { (context.schemes[$0] ?? []).isEmpty }.map(\.code)
    for result in results where linked.contains(result.country) {
      switch due(result, in: amounts.currency) {
      case .some(let yearly): sum = sum.plus(yearly)
      case nil: unknown.append(result.scheme)
      }
    }
    guard sum < least else { return }
    let (code, total, floor) = (amounts.currency.code, sum, least)
    guard unknown.isEmpty else {
      note(
        &results[index],
        "While the person lives there, \(home) makes the pensions under \(instrument.id) up to \(code) \(floor) a year; \(code) \(total) are known, not what \(unknown.joined(separator: ", ")) comes to."
      )
      return
    }
    guard
      let share = try? ExactDecimal.quotient(
        of: [least.minus(sum), minimum], by: [least]),
      let supplement = try? share.rounded(to: cent, .halfUp)
    else { return }
    amounts.minimumSupplement = supplement
    results[index].amounts = amounts
    note(
      &results[index],
      "The pensions under \(instrument.id) come to \(code) \(total) a year, the minimum of \(home) to \(code) \(floor): \(code) \(supplement) are added to each payment while the person lives there."
    )
  }

  private var cent: ExactDecimal { (try? ExactDecimal(1).divided(by: 100)) ?? 1 }

  private func note(_ result: inout SchemeResult, _ says: Phrase) {
    result.notes.append(Cited(law: law, says: says))
  }

  /// What a scheme pays a year from now on: nothing where no pension is open yet; nil: unknown.
  private func due(_ result: SchemeResult, in currency: Currency) -> ExactDecimal? {
    switch result.status {
    case .notQualified, .notCovered, .payableLater: return .zero
    case .notComputed, .unknownAgreement: return nil
    case .payable:
      guard let amounts = result.amounts, let paid = amounts.paid, amounts.currency == currency
      else { return nil }
      return Self.yearly(paid, amounts)
    }
  }

  /// An amount of a scheme's unit in a year; a year has 52 weeks.
  private static func yearly(_ amount: ExactDecimal, _ amounts: Amounts) -> ExactDecimal? {
    let times: [String: Int] = ["year": 1, "quarter": 4, "month": 12, "week": 52]
    let count = amounts.per == "month" ? max(12, amounts.payments) : times[amounts.per]
    return count.flatMap { try? amount.multiplied(by: ExactDecimal($0)) }
  }
}
