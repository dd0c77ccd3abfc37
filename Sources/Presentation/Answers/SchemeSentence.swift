import Coordination
import Quantities

/// One scheme's answer in plain words.
struct SchemeSentence {
  let scheme: SchemeResult

  init(_ scheme: SchemeResult) { self.scheme = scheme }

  private var name: String { "\(scheme.country.name) (\(scheme.scheme))" }

  /// A sentence that stands alone.
  var text: String {
    let amount = paid.map { " \($0)" } ?? ""
    switch scheme.status {
    case .payable:
      return "\(name): a pension of\(amount)\(since).\(why)"
    case .payableLater(let day):
      return paid == nil
        ? "\(name): a pension from \(day) on; its amount could not be computed."
        : "\(name): payable from \(day) on; earned so far, under today's law,\(amount).\(why)"
    case .notQualified: return "\(name): no right yet.\(lacking)"
    case .notCovered: return "\(name): no periods were given."
    case .unknownAgreement:
      return
        "\(name): own periods do not open a right, and whether an agreement helps is not known."
    case .notComputed:
      let missing =
        scheme.missing.first.map { missing in
          " Missing: \(missing.what) – \(missing.ask)\(missing.ask.hasSuffix(".") ? "" : ".")"
        } ?? ""
      return "\(name): not computed.\(missing)"
    }
  }

  var status: String {
    switch scheme.status {
    case .payable: "payable"
    case .payableLater(let day): "payable later, from \(day)"
    case .notQualified: "not qualified"
    case .notCovered: "no periods given"
    case .unknownAgreement: "unknown agreement"
    case .notComputed: "not computed"
    }
  }

  /// `USD 134.00 a month`.
  private var paid: String? {
    guard let amounts = scheme.amounts, let paid = amounts.paid else { return nil }
    return "\(MoneyText.text(paid, amounts.currency)) a \(amounts.per)"
  }

  private var since: String { scheme.amounts?.from.map { " from \($0)" } ?? "" }

  private var why: String {
    guard let periods = scheme.periods else { return "" }
    guard scheme.neededTotalization else {
      return " Own periods alone open it (\(periods.own.normalized) \(unit(periods)))."
    }
    return
      " It needed the agreement \(scheme.instruments.first ?? ""): \(periods.own.normalized) own and \(periods.foreign.normalized) foreign \(unit(periods))."
  }

  private func unit(_ periods: PeriodTotals) -> String { "\(periods.unit.rawValue)s" }

  private var lacking: String {
    let right = scheme.totalized ?? scheme.independent
    let parts = (right?.conditions ?? []).filter { !$0.holds }.map { condition in
      condition.missing.map { "\($0.normalized) \(condition.unit)s are missing (\(condition.law))" }
        ?? "\(condition.says) (\(condition.law))"
    }
    let opens = right?.opensOn.map { " If insurance went on, the right would open on \($0)." } ?? ""
    return parts.isEmpty ? "" : " \(parts.joined(separator: "; ")).\(opens)"
  }

  var right: String {
    guard let independent = scheme.independent else { return "" }
    if independent.isMet { return "on own periods alone" }
    guard let totalized = scheme.totalized else { return "not on own periods alone" }
    return totalized.isMet
      ? "not on own periods alone, but with those of other countries"
      : "not even with the periods of other countries"
  }

  /// The amounts, each with a label.
  var amountLines: [(label: String, text: String)] {
    guard let amounts = scheme.amounts, let paid = amounts.paid else { return [] }
    func money(_ value: ExactDecimal) -> String { MoneyText.text(value, amounts.currency) }
    var lines = [
      (
        label: amounts.isProjection ? "Earned" : "Amount",
        text:
          "\(money(paid)) a \(amounts.per), paid \(amounts.rhythm)\(amounts.from.map { " from \($0)" } ?? "")\(basis(amounts))"
      )
    ]
    if let theoretical = amounts.theoretical, let ratio = amounts.ratio,
      let part = amounts.prorated
    {
      lines.append(
        (
          "Pro rata",
          "\(money(theoretical)) × \(ratio) = \(money(part)) a \(amounts.proratedPer ?? amounts.per)"
        ))
    }
    if let independent = amounts.independent, amounts.basis != .independent {
      lines.append(("Independent", money(independent)))
    }
    if amounts.isChoice { lines.append(("Choice", "the claimant may choose the other amount")) }
    if amounts.usesLastPublished {
      lines.append(
        ("Note", "computed with the newest published value; the one for that day is not out"))
    }
    return lines
  }

  private func basis(_ amounts: Amounts) -> String {
    switch amounts.basis {
    case .independent?: " (independent)"
    case .totalized?: " (own periods; the right by totalization)"
    case .proRata?: " (pro rata)"
    case nil: ""
    }
  }
}
