import Formula
import Quantities

/// What keeps an amount from being given although the right is open.
extension SchemeAssessor {
  /// Why the rules do not reach the person or the day.
  ///
  /// What is earned so far is computed by the newest law the rules know, however far the day is.
  func limit(of award: Award) -> Missing? {
    guard let limits = scheme.limits else { return nil }
    func missing(_ place: Phrase) -> Missing {
      Missing(
        .limit, what: "\(scheme.id): outside what its rules cover",
        ask: "\(Phrase(template: limits.says)) (\(place))")
    }
    if let born = limits.born, !born.contains(context.person.born) {
      return missing("births from \(born.lowerBound) to \(born.upperBound)")
    }
    guard let starts = limits.start, !starts.contains(award.start) else { return nil }
    let isCarriedOn =
      award.isProjected && award.start > context.today && award.start > starts.upperBound
    return isCarriedOn
      ? nil : missing("pensions that begin from \(starts.lowerBound) to \(starts.upperBound)")
  }

  /// Why no amount can be given beside the periods of a scheme that pays one pension with this one.
  func onePension() -> Missing? {
    guard let rule = scheme.onePensionWith else { return nil }
    let beside = (context.schemes[scheme.country] ?? []).first {
      rule.schemes.contains($0.id) && !context.periods(of: $0).isEmpty
    }
    return beside.map {
      Missing(
        .scheme, what: "\(scheme.id): one pension together with \($0.id)",
        ask: Phrase(template: rule.says), law: rule.law)
    }
  }

  /// Own periods of paying classes without earnings make every amount wrong.
  func missingEarnings(_ found: SchemeSituation) -> [Missing] {
    guard !scheme.earningsRequired.isEmpty,
      !scheme.earningsReplacedBy.contains(where: { found.facts[$0] != nil }),
      let given = found.counts.givenYears
    else { return [] }
    let years = found.counts.yearsWithoutEarnings ?? yearsWithout(given, found.record)
    found.counts.yearsWithoutEarnings = years
    guard !years.isEmpty else { return [] }
    return [
      Missing(
        .earnings,
        what: "\(scheme.id): earnings of \(YearList.text(years))",
        ask: "give the earnings of each year (0 if there were none), or one typical wage")
    ]
  }

  private func yearsWithout(_ given: YearSet, _ record: PersonalRecord) -> [Int] {
    var years: Set<Int> = []
    for period in record.periods
    where !period.type.classes.isDisjoint(with: scheme.earningsRequired) {
      for year in period.span.years where !given.contains(year) { years.insert(year) }
    }
    return years.sorted()
  }

  /// Missing earnings that keep years of insurance from being credited at all.
  func uncredited(_ found: SchemeSituation) -> [Missing] {
    guard let own = found.own.byYear else { return [] }
    let missing = missingEarnings(found)
    guard !missing.isEmpty else { return [] }
    let years = found.record.selected(scheme.earningsRequired).filter { $0.certified == nil }
      .flatMap { Array($0.span.years) }
    return years.contains { own[$0]?.isZero ?? true } ? missing : []
  }
}
