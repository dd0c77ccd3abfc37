import Formula
import Quantities

/// What a multilateral text says where not every party is alike: waivers, rights that are open in
/// some parties only, and periods too short for all of them.
extension SchemeAssessor {
  /// Whether the independent pension is never less than the pro rata (883/2004 Art 52(4)).
  func isWaived(_ waiver: Side.Waiver, _ found: SchemeSituation) -> Bool {
    guard let total = waiver.totalAtLeast, let own = waiver.ownAtMost,
      let least = StandardUnits.convert(total.count, from: total.unit, to: scheme.unit, nil),
      let most = StandardUnits.convert(own.count, from: own.unit, to: scheme.unit, nil)
    else { return true }
    let mine = found.ownTotalized.total
    return mine > most || mine.plus(found.foreign.total) < least
  }

  // MARK: Rights open in some parties only

  /// Finds the pension without the periods of parties whose conditions are not met yet; the higher
  /// one is due (883/2004 Art 50(2)).
  func findWithoutUnopened(
    _ kind: Int, on day: Day, under link: Link,
    _ own: OwnRight, _ projecting: Bool, _ findings: inout Findings
  ) throws(Missing) {
    let unopened = Set(
      context.career.countries.filter { country in
        country != scheme.country
          && context.links(link.instrument, scheme.country, country, on: day)
          && hasOpened(country, on: day, by: link.instrument) == false
      })
    guard !unopened.isEmpty,
      let award = try award(kind, on: day, under: link, own, projecting, without: unopened),
      award.totalized?.isMet == true, refusal(award.run.source, link.side, own.result) == nil
    else { return }
    apply(link.side, to: award)
    if award.amounts?.ratio != nil { findings.awards.append(award) }
  }

  /// Whether some scheme of a country has a right on a day; nil where the book has none.
  private func hasOpened(_ country: Country, on day: Day, by instrument: Instrument) -> Bool? {
    let schemes = (context.schemes[country] ?? []).filter { !context.periods(of: $0).isEmpty }
    guard !schemes.isEmpty else { return nil }
    let key = CaseMemory.OpenKey(country: country, instrument: instrument.id, day: day)
    if let known = context.memory.open[key] { return known }
    // Art 50(3): a right whose award the person has put off counts like one that is not open.
    let isOpen = schemes.contains { scheme in
      !(context.career.claim.starts[scheme.id].map { $0 > day } ?? false)
        && SchemeAssessor(context: context, scheme: scheme).hasRight(on: day, by: instrument)
    }
    context.memory.open[key] = isOpen
    return isOpen
  }

  /// Whether some kind of pension can begin by a day, on own periods or with those of others.
  func hasRight(on day: Day, by instrument: Instrument) -> Bool {
    guard let side = instrument.side(of: scheme.id, country: scheme.country) else { return false }
    return scheme.pensions.indices.contains { kind in
      isMet(kind, day, under: nil) || isMet(kind, day, under: Link(instrument, side))
    }
  }

  private func isMet(
    _ kind: Int, _ day: Day, under link: Link?
  ) -> Bool {
    guard var found = try? way(kind, day, under: link, projecting: true),
      found.earliest.map({ $0 <= day }) ?? false
    else { return false }
    let rights = RightsReader(context, scheme, kind: kind)
    let setting: Setting = link == nil ? .independent : .totalized
    return (try? rights.right(&found.run, in: setting))?.isMet ?? false
  }

  // MARK: Short periods everywhere

  /// Whether every party is released by short periods and this one, the last whose conditions are
  /// met, pays as if all periods were its own (883/2004 Art 57(3)).
  func paysForAll(_ award: Award, _ link: Link) -> Bool {
    let found = award.run.source
    guard link.side.lastPaysShortPeriods, award.totalized?.isMet == true,
      !found.foreign.credits.isEmpty, found.foreign.credits.allSatisfy(\.isTakenOver),
      let mine = context.lastDay(of: scheme.country, before: found.start)
    else { return false }
    return found.foreign.credits.allSatisfy { credit in
      guard let theirs = context.lastDay(of: credit.country, before: found.start),
        theirs > mine
      else { return true }
      return hasOpened(credit.country, on: found.start, by: link.instrument) == false
    }
  }
}
