import Coordination
import Formula
import Quantities

extension InstrumentPage {
  /// What one side does, a line for each rule with its article.
  mutating func write(_ side: Side, of key: String) {
    page.heading(key == "*" ? "All parties, unless said below" : "For \(key)")
    let totalization =
      switch side.totalization {
      case .needed: "where own periods are not enough"
      case .always: "always"
      case .none: "none"
      }
    row("Totalization", totalization, side.totalizationLaw)
    if let least = side.minimumOwn {
      row("Own periods", "at least \(told(least))", least.law)
    }
    row("Method", Self.words(side.method.rawValue), side.methodLaw)
    if side.method == .higherOf {
      row("If equal", Self.words(side.tie.rawValue), "")
    }
    row("Ratio", side.ratioLaw.isEmpty ? "" : "own / total periods", side.ratioLaw)
    if let systems = side.systems { row("Systems", "at most \(systems) together", side.systemsLaw) }
    if side.prefersHighest { row("Several", "the highest amount is paid", "") }
    if let schemes = side.countedSchemes {
      row("Counts", "only \(schemes.joined(separator: ", "))", "")
    }
    row("Own window", side.ownWindow.map(told) ?? "", side.ownWindow?.law ?? "")
    row("Foreign window", side.foreignWindow.map(told) ?? "", side.foreignWindow?.law ?? "")
    if side.usesEuropeanUnits {
      row("Units", "table of Regulation (EC) 987/2009 Art 13", side.unitsLaw)
    }
    for rule in side.units { row("Units", told(rule), rule.law) }
    if !side.overlapLaw.isEmpty {
      let rule =
        switch side.overlap {
        case .ownFirst: "foreign periods never count where own ones do"
        case .asCertified: "as certified"
        case .european: "compulsory before voluntary before assimilated"
        }
      row("Overlap", rule, side.overlapLaw)
      if side.addsVoluntary {
        row("Voluntary", "periods that yield are paid for apart, on top", side.addsVoluntaryLaw)
      }
    }
    if let short = side.shortPeriods {
      row("Short periods", "less than \(told(short)): no pension, the others count them", short.law)
    }
    if side.lastPaysShortPeriods {
      row(
        "Short in all", "the last party whose conditions are met pays for all", side.lastPaysLaw)
    }
    if side.leavesOutUnopened {
      row(
        "Partial right", "periods of parties without a right yet are left out if that gives more",
        side.leavesOutLaw)
    }
    if let waiver = side.waiver { row("Waiver", told(waiver), waiver.law) }
    if !side.exportLaw.isEmpty {
      let reach = side.exportsWorldwide ? "anywhere" : "in the parties' territories"
      let rule =
        switch side.export {
        case .full: "in full \(reach)"
        case .none: "none"
        case .national: "as the national law says"
        }
      row("Payment abroad", rule, side.exportLaw)
    }
    if !side.thirdCountriesLaw.isEmpty {
      row(
        "Third countries", "\(Self.words(side.thirdCountries.rawValue))", side.thirdCountriesLaw)
    }
  }

  private mutating func row(_ label: String, _ text: String, _ law: String) {
    guard !text.isEmpty else { return }
    page.labelled(label, law.isEmpty ? text : "\(text) (\(law))")
  }

  private func told(_ amount: Side.Amount) -> String {
    "\(amount.count) \(amount.unit.rawValue)\(amount.count == 1 ? "" : "s")"
  }

  private func told(_ waiver: Side.Waiver) -> String {
    let unless =
      waiver.totalAtLeast.flatMap { total in
        waiver.ownAtMost.map { own in
          ", unless own and foreign periods reach \(told(total)) and own ones do not exceed "
            + told(own)
        }
      } ?? ""
    return "with an independent right no pro rata is computed\(unless)"
      + (waiver.says.isEmpty ? "" : ". \(waiver.says)")
  }

  private func told(_ window: Side.Window) -> String {
    PageNames.joined(
      [
        window.from.map { "from \($0)" } ?? "", window.fromAge.map { "from age \($0)" } ?? "",
      ], by: " and ")
  }

  private func told(_ rule: Side.UnitRule) -> String {
    let factor =
      (rule.multiply > 1 ? " × \(rule.multiply)" : "")
      + (rule.divide > 1 ? " / \(rule.divide), a part goes \(rule.remainder.rawValue)" : "")
    let basis =
      switch rule.basis {
      case .calendarYear: "by calendar year"
      case .period: "period by period"
      case .total: "of the total"
      }
    return PageNames.joined([
      "\(rule.from.rawValue)s\(factor) to \(rule.to.rawValue)s \(basis)",
      rule.atMost.map { "at most \($0) a year" } ?? "",
      rule.onlyWhereTouched ? "only where touched" : "",
    ])
  }
}
