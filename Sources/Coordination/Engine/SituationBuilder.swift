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
      kind: kind, isProjection: projecting, log: log, years: own.years, counts: own.counts)
    situation.runs = runs
    situation.own = own.credit
    situation.ownTotalized = own.totalized
    guard let link else { return situation }
    let whole = CaseMemory.AggregateKey(own: key, instrument: link.instrument.id, leftOut: leftOut)
    if let known = context.memory.aggregates[whole] {
      situation.ownTotalized = known.totalized
      situation.foreign = known.foreign
      return situation
    }
    try aggregate(situation, link, without: leftOut)
    context.memory.aggregates[whole] = (situation.ownTotalized, situation.foreign)
    return situation
  }

  /// What runs for a record share; with a window the two settings see different records.
  private func sharedRuns(_ key: CaseMemory.OwnKey) -> SharedRuns? {
    guard context.sharesRuns, key.window == nil else { return nil }
    if let known = context.memory.runs[key] { return known }
    let runs = SharedRuns(scheme.rules, scheme.sharing)
    context.memory.runs[key] = runs
    return runs
  }

  /// The own record on a day, credited by the scheme's own rule.
  private func ownRecord(_ key: CaseMemory.OwnKey, _ kind: Int) throws(Missing) -> CaseMemory.Own {
    let all = context.periods(of: scheme)
    let (start, window) = (key.start, key.window)
    let record = PersonalRecord(
      all, unit: scheme.unit, perYear: scheme.perYear, before: start)
    let windowed =
      window == nil
      ? record
      : PersonalRecord(
        all, unit: scheme.unit, perYear: scheme.perYear, before: start, from: window)
    let earnings = try EarningsRecord(
      all, of: scheme, person: context.person, before: key.asOf)
    let situation = SchemeSituation(
      scheme: scheme, person: context.person, facts: context.career.facts[scheme.id] ?? [:],
      record: record, windowed: windowed, earnings: earnings.byYear, start: start, asOf: key.asOf,
      kind: kind, isProjection: key.isProjection, log: UsageLog())
    situation.runs = sharedRuns(key)
    do {
      try situation.creditOwn()
    } catch {
      throw Missing(error, of: scheme)
    }
    situation.counts.givenYears = earnings.givenYears
    return CaseMemory.Own(
      record: record, windowed: windowed, earnings: earnings.byYear, years: situation.years,
      credit: situation.own, totalized: situation.ownTotalized,
      assumedFacts: situation.log.assumedFacts, counts: situation.counts)
  }

  // MARK: Foreign periods

  private func aggregate(
    _ situation: SchemeSituation, _ link: Link,
    without leftOut: Set<Country>
  ) throws(Missing) {
    let (instrument, side) = (link.instrument, link.side)
    var foreign: [ForeignRecord] = []
    for country in countries(under: instrument, side, on: situation.start)
    where !leftOut.contains(country) {
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
    let key = CaseMemory.ForeignKey(
      country: country, asking: ObjectIdentifier(scheme), day: day, window: window,
      schemes: side.countedSchemes)
    if let known = context.memory.foreign[key] { return known }
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
    context.memory.foreign[key] = found
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
    // The scheme's own pension will be searched with published values on the day asked for.
    if !isWindowed, day == context.start(of: scheme),
      context.memory.own[key.withPublishedValues] == nil,
      let own = try? ownRecord(key.withPublishedValues, 0)
    {
      context.memory.own[key.withPublishedValues] = own
    }
    // The same record may have been credited for a pension of its own country.
    for known in [key, key.withPublishedValues].compactMap({ context.memory.own[$0] })
    where known.record.periods == record.periods { return known.credit }
    let earnings = try EarningsRecord(
      record.periods, of: scheme, person: context.person, before: day)
    let situation = SchemeSituation(
      scheme: scheme, person: context.person, facts: context.career.facts[scheme.id] ?? [:],
      record: record, windowed: record,
      earnings: isWindowed
        ? SchemeSituation.earnings(earnings.byYear, within: record) : earnings.byYear,
      start: day, asOf: day,
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
