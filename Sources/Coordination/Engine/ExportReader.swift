import Formula
import Quantities

/// Whether a pension is paid where the person lives, by national law and by the instruments.
struct ExportReader {
  let context: CaseContext
  let scheme: Scheme

  func export(
    of run: inout Run<SchemeSituation>, in setting: Setting, usesAgreements: Bool
  ) -> ExportResult {
    guard let home = context.person.livesIn else {
      return ExportResult(
        payment: .unknown, law: "", says: "The case does not say where the person lives.")
    }
    let national = national(&run, setting)
    if home == scheme.country { return national }
    // What a treaty promises is surer than what a State does for now.
    let day = run.source.start
    let links = usesAgreements ? exporting(to: home, on: day) : []
    let all = links.map(\.instrument)
    let first =
      links.first { link in
        context.replacement(
          of: link.instrument, among: all, for: scheme.country, towards: [home], on: day) == nil
      } ?? links.first
    guard let (instrument, side) = first.map({ ($0.instrument, $0.side) }) else { return national }
    return ExportResult(
      payment: .full, law: "\(instrument.id), \(side.exportLaw)",
      says: "Paid in full in \(Phrase(template: home.name)) under \(instrument.id).")
  }

  /// The instruments under which the scheme pays in full in a country.
  private func exporting(to home: Country, on day: Day) -> [Link] {
    context.instruments.compactMap { instrument in
      guard context.isReliable(instrument), context.binds(instrument, scheme.country, on: day),
        context.covers(instrument) != false,
        let side = instrument.side(of: scheme.id, country: scheme.country), side.export == .full,
        side.exportsWorldwide || context.links(instrument, scheme.country, home, on: day)
      else { return nil }
      return Link(instrument, side)
    }
  }

  private func national(_ run: inout Run<SchemeSituation>, _ setting: Setting) -> ExportResult {
    for rule in scheme.export {
      if let condition = rule.condition {
        guard let value = try? run.value(of: condition, in: setting) else {
          return ExportResult(
            payment: .unknown, law: rule.law,
            says: "Whether it is paid abroad depends on something the case does not say.")
        }
        guard case .truth(true) = value else { continue }
      }
      let payment = ExportResult.Payment(rawValue: rule.payment.rawValue) ?? .unknown
      return ExportResult(payment: payment, law: rule.law, says: Phrase(template: rule.says))
    }
    return ExportResult(
      payment: .unknown, law: "", says: "The rule book has no rule on payment abroad for it.")
  }
}
