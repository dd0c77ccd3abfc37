import Formula
import Quantities

/// Finds what of older agreements may apply to a person beside an instrument that replaced them.
struct SurvivingReader {
  let context: CaseContext
  let scheme: Scheme

  /// What survives between the scheme's country and another of the career, said once each.
  func notes(beside instrument: Instrument, on day: Day) -> [Cited] {
    let others = context.career.countries.filter {
      $0 != scheme.country && context.links(instrument, scheme.country, $0, on: day)
    }
    return instrument.surviving.filter { rule in
      others.contains { applies(rule, instrument, towards: $0) }
    }.map(\.cited)
  }

  private func applies(
    _ rule: Instrument.Surviving, _ instrument: Instrument, towards other: Country
  ) -> Bool {
    if let parties = rule.parties {
      guard parties.contains(scheme.country), parties.contains(other) else { return false }
      guard let until = rule.periodsUntil else { return true }
      return context.career.periods.contains {
        parties.contains($0.country) && $0.span.first <= until
      }
    }
    guard let bound = firstLinked([instrument.id] + rule.before, other) else { return false }
    return [scheme.country, other].allSatisfy { country in
      context.career.periods.contains { $0.country == country && $0.span.first < bound }
    }
  }

  /// The first day one of some instruments linked the two countries.
  private func firstLinked(_ names: [String], _ other: Country) -> Day? {
    context.instruments.filter { names.contains($0.id) }.compactMap { text -> Day? in
      guard text.links(scheme.country, other), let mine = since(scheme.country, text),
        let theirs = since(other, text)
      else { return nil }
      return max(mine, theirs)
    }.min()
  }

  private func since(_ country: Country, _ text: Instrument) -> Day? {
    let member = text.members.first { $0.party.country == country && $0.party.subdivision == nil }
    return member.flatMap { $0.since ?? text.since }
  }
}
