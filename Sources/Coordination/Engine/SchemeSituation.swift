import Formula
import Quantities

/// Everything a formula of one scheme can see about one person, for one possible pension.
///
/// A situation belongs to one run on one thread; it remembers the series it has counted.
final class SchemeSituation: InputSource {
  let scheme: Scheme
  let person: Person
  let facts: [String: FactValue]
  /// All own periods, and those an instrument's window leaves (the same without one).
  let record: PersonalRecord
  let windowed: PersonalRecord
  let earnings: YearSeries
  let start: Day
  let asOf: Day
  /// The kind of pension computed, and its first possible day once that is known.
  let kind: Int
  var earliest: Day?
  var own = Credit.none
  /// Own periods in totalized runs: cut by a window, overlaps given up.
  var ownTotalized = Credit.none
  var foreign = Aggregation.none
  let isProjection: Bool
  let log: UsageLog
  /// The years formulas run over: those of the own record, at most to the year of the pension.
  let years: ClosedRange<Int>
  let counts: CountMemory
  /// The record as it is on every day, if it is.
  let whole: WholeRecord?
  /// The year up to which series are filled with 0.
  let horizon: Int
  /// The same pension under other instruments, where the day it could first begin matters.
  var otherWays: [SchemeSituation] = []
  /// What runs for the same record and day share; nil where they share nothing.
  var runs: SharedRuns?
  /// Whether the claim names the day the amount is asked for.
  var isAsOfNamed = false
  /// Whether the own record is credited alike whenever the pension begins.
  var isCreditLasting = false

  init(
    scheme: Scheme, person: Person, facts: [String: FactValue], record: PersonalRecord,
    windowed: PersonalRecord, earnings: YearSeries, start: Day, asOf: Day, kind: Int,
    earliest: Day? = nil, foreign: Aggregation = .none, isProjection: Bool, log: UsageLog,
    years: ClosedRange<Int>? = nil, counts: CountMemory? = nil, whole: WholeRecord? = nil,
    horizon: Int? = nil
  ) {
    self.scheme = scheme
    self.person = person
    self.facts = facts
    self.record = record
    self.windowed = windowed
    self.earnings = earnings
    self.start = start
    self.asOf = asOf
    self.kind = kind
    self.earliest = earliest
    self.foreign = foreign
    self.isProjection = isProjection
    self.log = log
    self.years = years ?? Self.years(of: record, earnings, facts, start)
    self.counts = counts ?? CountMemory()
    self.whole = whole
    self.horizon = horizon ?? start.year
  }

  /// The months of a class, counted once.
  private func months(
    _ periods: PeriodSelection, of record: PersonalRecord, in setting: Setting
  ) -> MonthSet {
    let key = CountMemory.Key(
      function: .touched, periods: periods, isIndependent: setting == .independent)
    if let known = counts.months[key] { return known }
    let set = record.months(periods)
    counts.months[key] = set
    return set
  }

  var birth: Day { person.born }

  /// A run of the scheme's formulas that shares what others for the same record find.
  func run(isCrediting: Bool = false) -> Run<SchemeSituation> {
    Run(
      scheme.rules, source: self,
      sharing: runs.map {
        Sharing($0, pension: kind, earliest: earliest, isCrediting: isCrediting)
      })
  }

  func value(of input: Int, in setting: Setting) throws(EvaluationError) -> Value {
    guard let standard = SchemeInputs(rawValue: input) else { return try fact(input) }
    let isIndependent = setting == .independent
    let ownCredit = isIndependent ? own : ownTotalized
    switch standard {
    case .birth: return .date(person.born)
    case .sex:
      guard let sex = person.sex, let place = Person.Sex.allCases.firstIndex(of: sex) else {
        throw .missingFact(input)
      }
      return .choice(place)
    case .start: return .date(start)
    case .asOf: return .date(asOf)
    case .livesIn:
      guard let country = person.livesIn else { throw .missingFact(input) }
      return .country(country)
    case .resident:
      guard let country = person.livesIn else { throw .missingFact(input) }
      return .truth(country == scheme.country)
    case .firstYear: return .number(ExactDecimal(years.lowerBound))
    case .lastYear: return .number(ExactDecimal(years.upperBound))
    case .pension: return .choice(kind)
    case .earliest:
      guard let earliest else { throw .unsupported("the first possible day is not known yet") }
      return .date(earliest)
    case .earnings: return .series(earnings)
    case .own: return .series(try series(ownCredit))
    case .foreign: return .series(isIndependent ? zeros : foreign.byYear(over: years))
    case .counted:
      let mine = try series(ownCredit)
      return .series(isIndependent ? mine : foreign.added(to: mine, over: years))
    case .ownTotal: return .number(ownCredit.total)
    case .foreignTotal: return .number(isIndependent ? .zero : foreign.total)
    case .countedTotal:
      return .number(isIndependent ? ownCredit.total : ownCredit.total.plus(foreign.total))
    case .ratioTotal:
      return .number(isIndependent ? ownCredit.total : ownCredit.total.plus(foreign.ratioTotal))
    case .qualifiedOn: return .date(try qualifiedOn(in: setting))
    }
  }

  func citizenships() throws(EvaluationError) -> [Country] {
    if person.citizenOf.isEmpty { throw .missingCitizenship }
    return person.citizenOf
  }

  func followsDay(_ input: Int) -> Bool {
    guard let whole else { return true }
    switch SchemeInputs(rawValue: input) {
    case .birth, .sex, .livesIn, .resident, .firstYear, .lastYear, .pension, .earnings:
      return false
    case .own, .ownTotal, .foreign, .foreignTotal, .counted, .countedTotal, .ratioTotal:
      return whole.credit == nil
    case .start, .asOf, .earliest, .qualifiedOn: return true
    case nil: break
    }
    // Of days only those before the pension are seen.
    if facts.isEmpty { return false }
    guard let place = scheme.fact(of: input) else { return true }
    return switch facts[scheme.facts[place].id] {
    case .date(let day)?: scheme.facts[place].kind == .dates && day >= whole.from
    case .dates(let days)?: days.contains { $0 >= whole.from }
    default: false
    }
  }

  func isKnown(_ input: Int) -> Bool {
    if input == SchemeInputs.asOf.rawValue { return isAsOfNamed }
    return scheme.fact(of: input).map { facts[scheme.facts[$0].id] != nil } ?? true
  }

  func record(
    _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
    in setting: Setting
  ) throws(EvaluationError) -> Value {
    // Foreign periods change with the instrument; a run of the formulas remembers them.
    if from == nil, through == nil, function != .foreign {
      let key = CountMemory.Key(
        function: function, periods: periods, isIndependent: setting == .independent)
      if let known = counts.values[key] { return known }
      let value = try count(function, periods, from: nil, through: nil, in: setting)
      counts.values[key] = value
      return value
    }
    return try count(function, periods, from: from, through: through, in: setting)
  }

  private func count(
    _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
    in setting: Setting
  ) throws(EvaluationError) -> Value {
    let record = setting == .independent ? self.record : windowed
    if let from, let through {
      switch function {
      case .completedMonths, .completedYears:
        let months = record.completedMonths(periods, from: from, through: through)
        return .number(ExactDecimal(function == .completedYears ? months / 12 : months))
      case .daysIn, .days:
        return .number(ExactDecimal(record.days(periods, from: from, through: through)))
      case .fullMonths, .monthsTouched:
        guard let window = Span(from: from, to: through) else { return .number(.zero) }
        var inside = PersonalRecord(
          record.periods, unit: record.unit, perYear: record.perYear,
          before: try? through.adding(days: 1), from: window.first)
        // A certified sum cannot be cut by days: inside a window the dates speak.
        inside = inside.withoutSums
        let series =
          function == .fullMonths ? inside.fullMonths(periods) : inside.monthsTouched(periods)
        return .number(series.total)
      default: throw .unsupported("\(function.rawValue) takes no days")
      }
    }
    switch function {
    case .monthsTouched: return .series(widened(record.monthsTouched(periods)))
    case .fullMonths: return .series(widened(record.fullMonths(periods)))
    case .quartersTouched: return .series(widened(record.quartersTouched(periods)))
    case .days: return .series(widened(record.days(periods)))
    case .days360: return .series(widened(record.days360(periods)))
    case .monthsAfterStart: return .series(widened(record.monthsAfterStart(periods)))
    case .certified:
      return .series(
        widened(record.certified(periods, in: scheme.unit, atMost: scheme.perYear)))
    case .foreign:
      return .series(
        setting == .independent ? zeros : foreign.byYear(of: periods, over: years))
    case .touched:
      guard let from else { throw .unsupported("touched needs a month") }
      return .truth(months(periods, of: record, in: setting).contains(from.calendarMonth))
    case .firstDay, .lastDay:
      let spans = record.merged(periods)
      guard let day = function == .firstDay ? spans.first?.first : spans.last?.last else {
        throw .nothingToChooseFrom
      }
      return .date(day)
    default: throw .unsupported("\(function.rawValue) needs two days")
    }
  }

  static func years(
    of record: PersonalRecord, _ earnings: YearSeries, _ facts: [String: FactValue], _ start: Day
  ) -> ClosedRange<Int> {
    var first: Int?
    var latest: Int?
    func note(_ from: Int, _ through: Int) {
      first = min(first ?? from, from)
      latest = max(latest ?? through, through)
    }
    for period in record.periods { note(period.span.first.year, period.span.last.year) }
    if let active = earnings.activeYears { note(active.first, active.last) }
    for case .byYear(let values) in facts.values {
      if let least = values.keys.min(), let most = values.keys.max() { note(least, most) }
    }
    let last = min(start.year, latest ?? start.year)
    return min(last, first ?? last)...last
  }

  private var zeros: YearSeries { widened(.empty) }

  /// The series with 0 in all years of the record and of the person's life it has no number for.
  private func widened(_ series: YearSeries) -> YearSeries {
    series.filled(
      min(person.born.year, years.lowerBound)...max(horizon, years.upperBound), with: .zero)
  }

  private func series(_ credit: Credit) throws(EvaluationError) -> YearSeries {
    guard let byYear = credit.byYear else {
      throw .unsupported("\(scheme.id) credits a total, not a sum by year")
    }
    return widened(byYear)
  }

  private func fact(_ input: Int) throws(EvaluationError) -> Value {
    guard let place = scheme.fact(of: input) else { throw .missingFact(input) }
    if !facts.isEmpty, let given = facts[scheme.facts[place].id] {
      return try value(given, of: scheme.facts[place])
    }
    guard let otherwise = scheme.facts[place].otherwise?.value else { throw .missingFact(input) }
    log.assumedFacts.insert(input)
    return try value(otherwise, of: scheme.facts[place])
  }

  private func value(_ given: FactValue, of fact: Scheme.Fact) throws(EvaluationError) -> Value {
    switch (given, fact.kind) {
    case (.yesNo(let yes), .yesNo): return .truth(yes)
    case (.date(let day), .date): return .date(day)
    case (.date(let day), .dates): return .dates([day])
    case (.dates(let days), .dates): return .dates(days.filter { $0 < start })
    case (.number(let number), .number): return .number(number)
    case (.word(let word), .choice(let words)):
      guard let place = words.firstIndex(of: word) else { throw .missingFact(fact.input) }
      return .choice(place)
    case (.byYear(let values), .byYear):
      // A year that was not given stays unknown: it is asked for where a rule needs it.
      var series = YearSeries.empty
      for (year, value) in values.sorted(by: { $0.key < $1.key }) { series[year] = value }
      return .series(series)
    default: throw .missingFact(fact.input)
    }
  }
}

extension PersonalRecord {
  /// The same dates with nothing certified.
  var withoutSums: PersonalRecord {
    let plain = periods.map { period in
      var dated = period
      dated.certified = nil
      return dated
    }
    return PersonalRecord(plain, unit: unit, perYear: perYear, before: nil)
  }
}
