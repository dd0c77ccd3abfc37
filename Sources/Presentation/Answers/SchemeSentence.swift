import Coordination
import Formula
import Quantities

/// One scheme's answer in plain words, for the text answer and the report.
struct SchemeSentence {
  let scheme: SchemeResult

  init(_ scheme: SchemeResult) { self.scheme = scheme }

  private var name: Phrase { "\(Phrase(template: scheme.country.name)) (\(scheme.scheme))" }

  /// A sentence that stands alone.
  var text: Phrase {
    switch scheme.status {
    case .payable: return joined([payable, why, notPaid])
    case .payableLater(let day):
      guard let paid else {
        return "\(name): a pension from \(day) on; its amount could not be computed."
      }
      return joined(
        [
          "\(name): payable from \(day) on; earned so far, under today's law, \(paid).", why,
          notPaid,
        ] + later)
    case .notQualified:
      if let reason = scheme.missing.first(where: { $0.kind == .agreement }) {
        return "\(name): no right yet. \(reason.what) – \(reason.ask)"
      }
      return joined(["\(name): no right yet."] + lacking)
    case .notCovered: return "\(name): no periods were given."
    case .unknownAgreement:
      return
        "\(name): own periods do not open a right, and whether an agreement helps is not known."
    case .notComputed:
      guard let missing = scheme.missing.first else { return "\(name): not computed." }
      return "\(name): not computed. Missing: \(missing.what) – \(missing.ask)"
    }
  }

  /// That nothing comes of it where the person lives.
  private var notPaid: Phrase? {
    guard let export = scheme.export, export.payment == .none else { return nil }
    return "It is not paid where the person lives (\(law: export.law))."
  }

  /// What waiting would bring, where a pension that opens later pays more.
  var later: [Phrase] {
    guard let amounts = scheme.amounts else { return [] }
    return scheme.later.map { pension in
      let paid = Phrase(pension.paid, amounts.currency, per: amounts.per)
      let name = Phrase(called: pension.name, or: pension.pension)
      return "From \(pension.from) on it would be \(paid) (\(name))."
    }
  }

  private var payable: Phrase {
    switch (paid, scheme.amounts?.from) {
    case (let paid?, let from?): "\(name): a pension of \(paid) from \(from)."
    case (let paid?, nil): "\(name): a pension of \(paid)."
    default: "\(name): a pension."
    }
  }

  var status: Phrase {
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
  var paid: Phrase? {
    guard let amounts = scheme.amounts, let paid = amounts.paid else { return nil }
    return Phrase(paid, amounts.currency, per: amounts.per)
  }

  private var why: Phrase? {
    guard let periods = scheme.periods else { return nil }
    guard scheme.neededTotalization else {
      return "Own periods alone open it (\(Phrase(periods.own, periods.unit)))."
    }
    return
      "It needed the agreement \(scheme.instruments.first ?? ""): \(Phrase(own: periods.own, foreign: periods.foreign, periods.unit))."
  }

  private var lacking: [Phrase?] {
    let right = scheme.totalized ?? scheme.independent
    var parts: [Phrase?] = (right?.conditions ?? []).filter { !$0.holds }.map { condition in
      // Points and the like have no unit to name; the condition says what they are.
      PeriodUnit(rawValue: condition.unit).flatMap { unit in
        condition.missing.map { "Missing: \(Phrase($0, unit)) (\(law: condition.law))." }
      } ?? "\(condition.says) (\(law: condition.law))."
    }
    parts.append(
      right?.opensOn.map { "If insurance went on, the right would open on \($0)." })
    return parts
  }

  var right: Phrase {
    guard let independent = scheme.independent else { return "" }
    if independent.isMet { return "on own periods alone" }
    guard let totalized = scheme.totalized else { return "not on own periods alone" }
    return totalized.isMet
      ? "not on own periods alone, but with those of other countries"
      : "not even with the periods of other countries"
  }

  /// How often it is paid, with the number of payments where a year has more than its rhythm says.
  private static func rhythm(of amounts: Amounts) -> Phrase {
    let rhythm = Phrase(rhythm: amounts.rhythm)
    guard amounts.rhythm == "monthly", amounts.payments != 12 else { return rhythm }
    return "\(rhythm), \(amounts.payments) times a year,"
  }

  /// The amounts, each with a label.
  var amountLines: [(label: Phrase, text: Phrase)] {
    guard let amounts = scheme.amounts, let paid else { return [] }
    var lines: [(label: Phrase, text: Phrase)] = []
    let rhythm = Self.rhythm(of: amounts)
    let basis = Self.words(amounts.basis)
    let from = amounts.from
    lines.append(
      (
        amounts.isProjection ? "Earned" : "Amount",
        from.map { "\(paid), paid \(rhythm) from \($0) (\(basis))" }
          ?? "\(paid), paid \(rhythm) (\(basis))"
      ))
    if let theoretical = amounts.theoretical, let ratio = amounts.ratio,
      let part = amounts.prorated
    {
      let product = Phrase(part, amounts.currency, per: amounts.proratedPer ?? amounts.per)
      let whole: Phrase = "\(theoretical, amounts.currency)"
      lines.append(("Pro rata", "\(whole) × \("\(ratio)") = \(product)"))
    }
    if let independent = amounts.independent, amounts.basis != .independent {
      lines.append(("Independent", "\(independent, amounts.currency)"))
    }
    if let supplement = amounts.minimumSupplement {
      let part = Phrase(supplement, amounts.currency, per: amounts.per)
      lines.append(("On top", "\(part) up to the minimum of the State of residence"))
    }
    if amounts.isChoice { lines.append(("Choice", "the claimant may choose the other amount")) }
    if amounts.usesLastPublished {
      lines.append(
        ("Note", "computed with the newest published value; the one for that day is not out"))
    }
    return lines
  }

  private static func words(_ basis: Amounts.Basis?) -> Phrase {
    switch basis {
    case .independent?: "independent"
    case .totalized?: "own periods; the right by totalization"
    case .proRata?: "pro rata"
    case nil: "basis not known"
    }
  }

  private func joined(_ parts: [Phrase?]) -> Phrase {
    let said = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return said.dropFirst().reduce(said.first ?? "") { "\($0) \($1)" }
  }
}
