import Formula
import Quantities

/// Puts together what the formulas of a scheme see, for one kind of pension and one first day.
struct SituationBuilder {
  let context: CaseContext
  let scheme: Scheme

  /// The situation on own periods, with those of other countries where a side counts them.
  ///
  /// - Parameter leftOut: countries whose periods are not taken into account.
  /// - Throws: what is missing before the record can be credited.
  func situation(
    kind: Int, start: Day, under link: Link?, projecting: Bool,
    without leftOut: Set<Country> = []
  ) throws(Missing) -> SchemeSituation {
    let asOf = max(start, context.career.claim.asOf ?? start)
    let key = CaseMemory.OwnKey(
      scheme: ObjectIdentifier(scheme), start: start, asOf: asOf,
      window: link?.side.ownWindow?.firstDay(birth: context.person.born),
      isProjection: projecting, kind: scheme.creditsByKind ? kind : nil)
    let own: CaseMemory.Own
    if let known = context.memory.own[key] {
      own = known
    } else if projecting, let known = context.memory.own[key.withPublishedValues] {
      // What could be credited with published values is the same with those carried on.
      own = known
    } else {
      own = try ownRecord(key, kind)
      context.memory.own[key] = own
    }
    let runs = sharedRuns(key)
    let log = UsageLog()
    log.assumedFacts = own.assumedFacts
    let situation = SchemeSituation(
      scheme: scheme, person: context.person, facts: context.career.facts[scheme.id] ?? [:],
      record: own.record, windowed: own.windowed, earnings: own.earnings, start: start, asOf: asOf,
      kind: kind, isProjection: projecting, log: log, years: own.years, counts: own.counts,
      whole: own.whole, horizon: own.horizon)
    situation.runs = runs
    situation.isAsOfNamed = context.career.claim.asOf != nil
    situation.own = own.credit
    situation.ownTotalized = own.totalized
    guard let link else { return situation }
    try aggregate(situation, key, link, without: leftOut)
    return situation
  }

  /// Counts foreign periods, once for each record, instrument and set of countries.
  private func aggregate(
    _ situation: SchemeSituation, _ key: CaseMemory.OwnKey, _ link: Link,
    without leftOut: Set<Country>
  ) throws(Missing) {
    let countries = countries(under: link.instrument, link.side, on: situation.start).filter {
      !leftOut.contains($0)
    }
    let isWhole =
      situation.whole?.credit != nil
      && countries.allSatisfy { isLasting($0, link.side, before: situation.start) }
    let whole = CaseMemory.AggregateKey(
      own: isWhole ? nil : key, scheme: key.scheme, instrument: link.instrument.id,
      countries: countries, day: isWhole ? nil : situation.start)
    if let known = context.memory.aggregates[whole] {
      situation.ownTotalized = known.totalized
      situation.foreign = known.foreign
      return
    }
    try aggregate(situation, link, countries)
    context.memory.aggregates[whole] = (situation.ownTotalized, situation.foreign)
  }

  /// Whether a country certifies the same on every day on which its records are whole, as on this.
  private func isLasting(_ country: Country, _ side: Side, before day: Day) -> Bool {
    guard side.foreignWindow == nil, let schemes = context.schemes[country], !schemes.isEmpty else {
      return false
    }
    return schemes.allSatisfy { other in
      guard side.countedSchemes?.contains(other.id) ?? true, !context.periods(of: other).isEmpty
      else { return true }
      return context.wholeRecord(of: other).map { $0.isWhole(before: day) && $0.credit != nil }
        ?? false
    }
  }

  /// What runs for a record share; with a window the two settings see different records.
  private func sharedRuns(_ key: CaseMemory.OwnKey) -> SharedRuns? {
    guard context.sharesRuns, key.window == nil else { return nil }
    if let known = context.memory.runs[key] { return known }
    let runs = SharedRuns(
      scheme.rules, scheme.sharing, lasting: whole(for: key)?.outcomes)
    context.memory.runs[key] = runs
    return runs
  }

  /// The whole record where the one asked for is that.
  private func whole(for key: CaseMemory.OwnKey) -> WholeRecord? {
    guard key.window == nil, let whole = context.wholeRecord(of: scheme),
      whole.isWhole(before: key.start), whole.isWhole(before: key.asOf)
    else { return nil }
    return whole
  }

  /// The own record on a day, credited by the scheme's own rule.
  private func ownRecord(_ key: CaseMemory.OwnKey, _ kind: Int) throws(Missing) -> CaseMemory.Own {
    let (start, window) = (key.start, key.window)
    let whole = whole(for: key)
    if let whole, let credit = whole.credit {
      return CaseMemory.Own(whole, credit.own, credit.assumedFacts)
    }
    let all = context.periods(of: scheme)
    let record =
      whole?.record
      ?? PersonalRecord(all, unit: scheme.unit, perYear: scheme.perYear, before: start)
    let windowed =
      window == nil
      ? record
      : PersonalRecord(
        all, unit: scheme.unit, perYear: scheme.perYear, before: start, from: window)
    let earnings: EarningsRecord
    if let whole {
      earnings = whole.earnings
    } else {
      earnings = try EarningsRecord(all, of: scheme, person: context.person, before: key.asOf)
    }
    let situation = SchemeSituation(
      scheme: scheme, person: context.person, facts: context.career.facts[scheme.id] ?? [:],
      record: record, windowed: windowed, earnings: earnings.byYear, start: start, asOf: key.asOf,
      kind: kind, isProjection: key.isProjection, log: UsageLog(), years: whole?.years,
      counts: whole?.counts, whole: whole, horizon: whole?.horizon)
    situation.runs = sharedRuns(key)
    situation.isAsOfNamed = context.career.claim.asOf != nil
    do {
      try situation.creditOwn()
    } catch {
      throw Missing(error, of: scheme)
    }
    situation.counts.givenYears = earnings.givenYears
    if situation.isCreditLasting {
      whole?.credit = (situation.own, situation.log.assumedFacts)
    }
    return CaseMemory.Own(crediting: situation)
  }

  // MARK: Foreign periods

  private func aggregate(
    _ situation: SchemeSituation, _ link: Link, _ countries: [Country]
  ) throws(Missing) {
    let (instrument, side) = (link.instrument, link.side)
    var foreign: [ForeignRecord] = []
    for country in countries {
      foreign += try records(of: country, side, before: situation.start)
    }
    var covered = situation.windowed.months()
    if side.overlap == .european {
      let displaced = OverlapRanks.displaced(situation.windowed, by: foreign)
      giveUp(displaced, situation)
      covered.subtract(displaced)
    }
    let conversion = ForeignConversion(
      side: side, unit: scheme.unit, perYear: scheme.perYear, own: situation.ownTotalized,
      parties: Set(instrument.members.map(\.party.country)))
    var taken = situation.ownTotalized.byYear ?? .empty
    var spans = scheme.unit == .day ? situation.windowed.merged(.any) : []
    var credits: [ForeignCredit] = []
    for record in foreign {
      var credit = conversion.count(record, beside: taken, over: covered, spans: spans)
      // A second scheme of the same country adds only the time the first left free.
      if credit.counted.isZero, credits.contains(where: { $0.country == record.country }) {
        continue
      }
      if let short = shortPeriods(of: record, instrument, side), isShort(record, short) {
        credit = credit.takenOver(law: short.law)
      }
      credits.append(credit)
      for (year, value) in credit.byYear { taken[year] = (taken[year] ?? .zero).plus(value) }
      // A year for which its scheme credited nothing is left to the next one.
      if situation.ownTotalized.byYear != nil {
        for year in record.record.years.map(Array.init) ?? [] where taken[year] == nil {
          taken[year] = .zero
        }
      }
      covered.formUnion(record.months)
      if scheme.unit == .day { spans += record.record.merged(.any) }
    }
    situation.foreign = Aggregation(
      credits: credits,
      yieldingVoluntary: side.addsVoluntary
        ? OverlapRanks.yieldingVoluntary(situation.windowed, to: foreign) : nil)
  }

  /// The other countries whose periods the side counts.
  private func countries(under instrument: Instrument, _ side: Side, on day: Day) -> [Country] {
    let others = context.career.countries.filter { $0 != scheme.country }
    let parties = others.filter { context.binds(instrument, $0, on: day) }
    guard side.thirdCountries != .no else { return parties }
    let third = others.filter { other in
      guard !parties.contains(other) else { return false }
      return context.instruments.contains { link in
        guard context.isReliable(link) else { return false }
        return context.links(link, other, scheme.country, on: day)
          && (side.thirdCountries == .yes
            || parties.contains { party in
              !context.linking(party, other, on: day).isEmpty
            })
      }
    }
    let most = side.systems.map { max(0, $0 - 1) } ?? Int.max
    return Array((parties + third).prefix(most))
  }

  private func records(of country: Country, _ side: Side, before day: Day) throws(Missing)
    -> [ForeignRecord]
  {
    let window = side.foreignWindow?.firstDay(birth: context.person.born)
    func key(_ day: Day?) -> CaseMemory.ForeignKey {
      CaseMemory.ForeignKey(
        country: country, asking: ObjectIdentifier(scheme), day: day, window: window,
        schemes: side.countedSchemes)
    }
    let known = isLasting(country, side, before: day) ? key(nil) : key(day)
    if let found = context.memory.foreign[known] { return found }
    let all = (context.schemes[country] ?? []).filter { other in
      side.countedSchemes?.contains(other.id) ?? true
    }
    var result: [ForeignRecord] = []
    for other in all {
      let periods = context.periods(of: other)
      guard !periods.isEmpty else { continue }
      // A scheme that counts days says by its year how many days its week has.
      if other.unit != .day {
        try requireDayBase(periods, side, betweenDays: false)
      }
      let record = PersonalRecord(
        periods, unit: other.unit, perYear: other.perYear, before: day, from: window)
      let credit = try SituationBuilder(context: context, scheme: other).credit(
        record, on: day, isWindowed: window != nil)
      result.append(
        ForeignRecord(
          country: country, scheme: other, record: record, credit: credit, unit: other.unit))
    }
    if (context.schemes[country] ?? []).isEmpty {
      let periods = context.career.periods.filter { $0.country == country }
      try requireDayBase(periods, side, betweenDays: side.usesEuropeanUnits)
      result.append(unschemed(country, periods, before: day, from: window))
    }
    let found = result.filter { $0.credit.total.signum > 0 }
    // Crediting may have shown that it lasts.
    context.memory.foreign[isLasting(country, side, before: day) ? key(nil) : key(day)] = found
    return found
  }

  /// A sum in days says how many days its week has (Reg. 987/2009 Art 13(4)); none is guessed.
  private func requireDayBase(_ periods: [InsurancePeriod], _ side: Side, betweenDays: Bool)
    throws(Missing)
  {
    guard scheme.unit != .day || betweenDays,
      let period = periods.first(where: {
        $0.certified?.unit == .day && $0.certified?.daysPerWeek == nil
      })
    else { return }
    throw Missing(
      .fact, what: "\(period.country.code): days a week behind the certified sum in days",
      ask: "add \"days_per_week\": 5, 6 or 7 to the certified sum",
      law: side.usesEuropeanUnits ? "Reg. 987/2009 Art 13(1)(b), (4)" : "")
  }

  /// A country the rule book has no scheme of: its certified sums speak, in their own unit where
  /// all agree on one, else the months its dates touch.
  private func unschemed(
    _ country: Country, _ periods: [InsurancePeriod], before day: Day, from window: Day?
  ) -> ForeignRecord {
    let units = Set(periods.map { $0.certified?.unit })
    let unit: PeriodUnit
    if units.count == 1, let only = units.first, let certified = only {
      unit = certified
    } else {
      unit = .month
    }
    let perYear = StandardUnits.perYear(
      unit, daysPerWeek: periods.lazy.compactMap { $0.certified?.daysPerWeek }.first ?? 7)
    let record = PersonalRecord(
      periods, unit: unit, perYear: perYear, before: day, from: window)
    let series =
      unit == .month
      ? record.monthsTouched(.any) : record.certified(.any, in: unit, atMost: perYear)
    return ForeignRecord(
      country: country, scheme: nil, record: record, credit: Credit(series), unit: unit)
  }

  /// A record credited by the scheme's own rule, for use in another country.
  private func credit(_ record: PersonalRecord, on day: Day, isWindowed: Bool) throws(Missing)
    -> Credit
  {
    let key = CaseMemory.OwnKey(
      scheme: ObjectIdentifier(scheme), start: day, asOf: day, window: nil, isProjection: true,
      kind: scheme.creditsByKind ? 0 : nil)
    if !isWindowed {
      // The scheme's own pension will be searched with published values on the day asked for, and a
      // whole record is credited alike on every day.
      let published = key.withPublishedValues
      if let own = context.memory.own[published] { return own.credit }
      if let own = context.memory.own[key] { return own.credit }
      if day == context.start(of: scheme) || whole(for: key) != nil,
        let own = try? ownRecord(published, 0)
      {
        context.memory.own[published] = own
        return own.credit
      }
      let own = try ownRecord(key, 0)
      context.memory.own[key] = own
      return own.credit
    }
    let earnings = try EarningsRecord(
      record.periods, of: scheme, person: context.person, before: day)
    let situation = SchemeSituation(
      scheme: scheme, person: context.person, facts: context.career.facts[scheme.id] ?? [:],
      record: record, windowed: record,
      earnings: SchemeSituation.earnings(earnings.byYear, within: record), start: day, asOf: day,
      kind: 0, isProjection: true, log: UsageLog())
    do {
      try situation.creditOwn()
    } catch {
      throw Missing(error, of: scheme)
    }
    return situation.own
  }

  private func giveUp(_ months: MonthSet, _ situation: SchemeSituation) {
    guard !months.isEmpty, var own = situation.ownTotalized.byYear else { return }
    for year in own.years {
      let units = months.count(in: year) * scheme.perYear / 12
      own[year] = max(.zero, (own[year] ?? .zero).minus(ExactDecimal(units)))
    }
    situation.ownTotalized = Credit(own)
  }

  /// The bound below which another party's periods are left to this one.
  ///
  /// What the text says of that party's scheme holds: a scheme to which no pro rata applies keeps
  /// its short periods (883/2004 Art 57(4)).
  private func shortPeriods(of foreign: ForeignRecord, _ instrument: Instrument, _ side: Side)
    -> Side.Amount?
  {
    guard let mine = side.shortPeriods else { return nil }
    guard let theirs = instrument.side(of: foreign.scheme?.id ?? "", country: foreign.country)
    else { return mine }
    return theirs.shortPeriods
  }

  /// Whether a country's own periods are left to the others: short, and opening no right alone.
  private func isShort(_ foreign: ForeignRecord, _ bound: Side.Amount) -> Bool {
    guard
      let limit = StandardUnits.convert(bound.count, from: bound.unit, to: foreign.unit, nil),
      foreign.credit.total < limit
    else { return false }
    guard let other = foreign.scheme else { return true }
    return !SchemeAssessor(context: context, scheme: other).hasIndependentRight()
  }
}

extension ForeignCredit {
  /// The same periods, counted for the right and the theoretical amount but not in the ratio.
  func takenOver(law: String) -> ForeignCredit {
    ForeignCredit(
      country: country, scheme: scheme, sum: sum, sumUnit: sumUnit, counted: counted,
      countedUnit: countedUnit, leftOut: leftOut, overMaximum: overMaximum,
      isTakenOver: true, law: law, byYear: byYear,
      byClass: byClass)
  }
}
