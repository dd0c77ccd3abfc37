import Formula
import Quantities

extension SchemeSituation {
  /// The situation with the pension beginning on another day.
  func moved(to day: Day) throws(EvaluationError) -> SchemeSituation {
    if let whole, let credit = whole.credit, whole.isWhole(before: day) {
      let copy = SchemeSituation(
        scheme: scheme, person: person, facts: facts, record: record, windowed: windowed,
        earnings: earnings, start: day, asOf: day, kind: kind, earliest: earliest,
        foreign: foreign, isProjection: isProjection, log: log, years: years, counts: counts,
        whole: whole, horizon: whole.horizon)
      copy.own = credit.own
      copy.ownTotalized = credit.own
      copy.runs = whole.outcomes.map { SharedRuns(scheme.rules, scheme.sharing, lasting: $0) }
      return copy
    }
    let cut = PersonalRecord(
      record.periods, unit: record.unit, perYear: record.perYear, before: day)
    let windowCut = PersonalRecord(
      windowed.periods, unit: windowed.unit, perYear: windowed.perYear, before: day)
    let copy = SchemeSituation(
      scheme: scheme, person: person, facts: facts, record: cut, windowed: windowCut,
      earnings: earnings, start: day, asOf: day, kind: kind, earliest: earliest,
      foreign: foreign, isProjection: isProjection, log: log)
    try copy.creditOwn()
    return copy
  }

  /// Credits the own record by the scheme's own rule; certified sums stand beside it.
  func creditOwn() throws(EvaluationError) {
    own = try credit(record, earnings, in: .independent)
    // Without a window both runs see the same periods, and crediting knows no setting.
    ownTotalized =
      windowed.periods == record.periods
      ? own
      : try credit(windowed, Self.earnings(earnings, within: windowed), in: .totalized)
  }

  /// The earnings of the years a window leaves: those of a period it cuts would else be credited.
  static func earnings(_ earnings: YearSeries, within record: PersonalRecord) -> YearSeries {
    guard let active = earnings.activeYears else { return earnings }
    let first = record.years?.lowerBound ?? active.last + 1
    guard active.first < first else { return earnings }
    return without(Set(active.first..<first), in: earnings)
  }

  private func credit(
    _ record: PersonalRecord, _ earnings: YearSeries, in setting: Setting
  ) throws(EvaluationError) -> Credit {
    let hasSums = record.periods.contains { $0.certified != nil }
    let sums =
      hasSums
      ? record.certified(.any, in: scheme.unit, atMost: scheme.perYear)
      : record.years.map { YearSeries($0, repeating: 0) } ?? .empty
    let dated = hasSums ? record.periods.filter { $0.certified == nil } : record.periods
    guard let step = scheme.credited else {
      let touched = PersonalRecord(
        dated, unit: record.unit, perYear: record.perYear, before: nil)
      let series = touched.byYear { year in
        min(
          scheme.perYear,
          touched.periods.reduce(0) {
            $0 + StandardUnits.touched(by: $1.span, in: year, unit: scheme.unit)
          })
      }
      return Credit(Self.added(series, sums, atMost: scheme.perYear))
    }
    var situation = self
    // Where nothing is certified, the rule may look at this situation itself.
    let isPlain = !hasSums && setting == .independent
    if !isPlain, !sums.total.isZero || !dated.isEmpty || record.periods.isEmpty {
      // The rule credits what is not certified; a certified period is not credited twice.
      let plain = PersonalRecord(
        dated, unit: record.unit, perYear: record.perYear, before: nil)
      situation = SchemeSituation(
        scheme: scheme, person: person, facts: facts, record: plain, windowed: plain,
        earnings: sums.total.isZero
          ? earnings : Self.without(certifiedYears(of: record), in: earnings),
        start: start, asOf: asOf, kind: kind, earliest: earliest, isProjection: isProjection,
        log: log, whole: whole, horizon: horizon)
      situation.isAsOfNamed = isAsOfNamed
      // Its outcomes are those of another record; sharing them tells whether they last.
      if let whole, whole.outcomes != nil {
        situation.runs = SharedRuns(
          scheme.rules, scheme.sharing,
          lasting: LastingOutcomes(scheme.rules, scheme.sharing, firstStart: whole.from))
      }
    }
    var run = situation.run(isCrediting: true)
    defer { isCreditLasting = run.isLasting(step, in: setting) }
    switch try run.value(of: step, in: setting) {
    case .series(let series): return Credit(Self.added(series, sums, atMost: scheme.perYear))
    case .number(let total): return Credit(byYear: nil, total: total.plus(sums.total))
    default: throw .unsupported("credited periods must be numbers")
    }
  }

  /// The years of certified periods: what they credit is not computed from earnings again.
  private func certifiedYears(of record: PersonalRecord) -> Set<Int> {
    Set(record.periods.filter { $0.certified != nil }.flatMap { Array($0.span.years) })
  }

  private static func without(_ years: Set<Int>, in series: YearSeries) -> YearSeries {
    var result = series
    for year in years where result[year] != nil { result[year] = .zero }
    return result
  }

  private static func added(_ left: YearSeries, _ right: YearSeries, atMost perYear: Int)
    -> YearSeries
  {
    var result = left
    for (year, value) in right {
      result[year] = min(ExactDecimal(perYear), (result[year] ?? .zero).plus(value))
    }
    return result
  }

  /// The first day on which all conditions of the kind hold, in any way that opens the right.
  func qualifiedOn(in setting: Setting) throws(EvaluationError) -> Day {
    let first = try firstDay(in: setting)
    guard setting != .independent else { return first }
    return otherWays.reduce(first) { min($0, (try? $1.firstDay(in: .totalized)) ?? $0) }
  }

  /// The first day on which all conditions of the kind hold, searched by months from `earliest`.
  private func firstDay(in setting: Setting) throws(EvaluationError) -> Day {
    guard let earliest else { throw .unsupported("the first possible day is not known yet") }
    var low = 0
    var high = max(0, Int(start.calendarMonth.index) - Int(earliest.calendarMonth.index))
    func day(_ months: Int) -> Day {
      months == 0 ? earliest : (try? earliest.firstOfMonth.adding(months: months)) ?? start
    }
    guard try holds(on: day(high), in: setting) else { return start }
    // Time and work only ever add to a right, so the first day can be found by halving.
    while low < high {
      let middle = (low + high) / 2
      if try holds(on: day(middle), in: setting) { high = middle } else { low = middle + 1 }
    }
    return day(low)
  }

  private func holds(on day: Day, in setting: Setting) throws(EvaluationError) -> Bool {
    let situation = day == start ? self : try moved(to: day)
    var run = situation.run()
    for condition in scheme.pensions[kind].conditions {
      guard case .truth(true) = try run.value(of: condition.step, in: setting) else {
        return false
      }
    }
    return true
  }
}
