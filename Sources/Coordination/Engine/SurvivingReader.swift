import Formula
import Quantities

/// Finds what of older agreements may apply to a person beside an instrument that replaced them.
struct SurvivingReader {
  let context: CaseContext
  let scheme: Scheme

  /// What survives between the scheme's country and another of the career, said once each.
  func notes(beside instrument: Instrument, on day: Day) -> [Cited] {
    var notes: [Cited] = []
    for rule in instrument.surviving where rule.parties?.contains(scheme.country) ?? true {
      let isForSome = context.career.countries.contains { other in
        other != scheme.country && applies(rule, instrument, towards: other)
          && context.links(instrument, scheme.country, other, on: day)
      }
      if isForSome { notes.append(rule.cited) }
    }
    return notes
  }

  private func applies(
    _ rule: Instrument.Surviving, _ instrument: Instrument, towards other: Country
  ) -> Bool {
    if let parties = rule.parties {
      guard parties.contains(other) else { return false }
      guard let until = rule.periodsUntil else { return true }
      return context.career.periods.contains {
        parties.contains($0.country) && $0.span.first <= until
      }
    }
    guard let mine = firstDay(in: scheme.country), let theirs = firstDay(in: other),
      let bound = firstLinked(instrument, rule, other)
    else { return false }
    return max(mine, theirs) < bound
  }

  private func firstDay(in country: Country) -> Day? {
    var first: Day?
    for period in context.career.periods where period.country == country {
      first = first.map { min($0, period.span.first) } ?? period.span.first
    }
    return first
  }

  /// The first day the instrument or one of those named before it linked the two countries.
  private func firstLinked(
    _ instrument: Instrument, _ rule: Instrument.Surviving, _ other: Country
  ) -> Day? {
    var first: Day?
    for text in context.instruments
    where (text === instrument || rule.before.contains(text.id))
      && text.links(scheme.country, other)
    {
      guard let mine = since(scheme.country, text), let theirs = since(other, text) else {
        continue
      }
      let linked = max(mine, theirs)
      first = first.map { min($0, linked) } ?? linked
    }
    return first
  }

  private func since(_ country: Country, _ text: Instrument) -> Day? {
    let member = text.members.first { $0.party.country == country && $0.party.subdivision == nil }
    return member.flatMap { $0.since ?? text.since }
  }
}
