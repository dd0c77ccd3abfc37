import Formula
import Quantities

/// One case with the law of the countries it names.
final class CaseContext {
  let career: Career
  /// The day the answer is given.
  let today: Day
  let schemes: [Country: [Scheme]]
  let instruments: [Instrument]
  let completeLists: [Country: Cited]
  let memory = CaseMemory()
  let detail: AnswerDetail

  init(
    _ career: Career, library: some LawLibrary, today: Day, detail: AnswerDetail = .worksheets
  ) throws {
    self.career = career
    self.detail = detail
    self.today = today
    let countries = career.countries
    var schemes: [Country: [Scheme]] = [:]
    var lists: [Country: Cited] = [:]
    for country in countries {
      schemes[country] = try library.schemes(of: country)
      lists[country] = try library.completeList(of: country)
    }
    self.schemes = schemes
    completeLists = lists
    // The country of residence matters for payment abroad, even without periods there.
    let all = Set(countries + [career.person.livesIn].compactMap { $0 }).sorted()
    instruments = all.count > 1 ? try library.instruments(among: all) : []
  }

  /// Another career of the same person under the same law.
  init(_ career: Career, like other: CaseContext) {
    self.career = career
    today = other.today
    schemes = other.schemes
    instruments = other.instruments
    completeLists = other.completeLists
    detail = other.detail
  }

  var person: Person { career.person }

  /// Whether runs for the same record may share what they find: worksheets show what each did.
  var sharesRuns: Bool { detail != .worksheets }

  /// Whether only figures are wanted, and no prose.
  var isBare: Bool { detail == .figures }

  /// The periods a scheme has to count: its own, and those of its country it covers.
  func periods(of scheme: Scheme) -> [InsurancePeriod] {
    if let known = memory.periods[ObjectIdentifier(scheme)] { return known }
    let found = career.periods.filter { period in
      guard period.country == scheme.country else { return false }
      if let named = period.scheme { return named == scheme.id }
      return scheme.covers.contains(period.type.rank)
    }
    memory.periods[ObjectIdentifier(scheme)] = found
    return found
  }

  /// The record of a scheme as it is on every day before which all of it lies; nil where it has no
  /// periods or its earnings cannot be read.
  func wholeRecord(of scheme: Scheme) -> WholeRecord? {
    let key = ObjectIdentifier(scheme)
    if let known = memory.whole[key] { return known }
    let found = readWholeRecord(of: scheme)
    memory.whole[key] = .some(found)
    return found
  }

  private func readWholeRecord(of scheme: Scheme) -> WholeRecord? {
    let all = periods(of: scheme)
    let facts = career.facts[scheme.id] ?? [:]
    guard let from = WholeRecord.firstDay(after: all, facts),
      let end = Day(year: horizon, month: 12, day: 31), from <= end,
      let earnings = try? EarningsRecord(all, of: scheme, person: person, before: end)
    else { return nil }
    let record = PersonalRecord(all, unit: scheme.unit, perYear: scheme.perYear, before: nil)
    return WholeRecord(
      from: from, horizon: horizon, record: record, earnings: earnings,
      years: SchemeSituation.years(of: record, earnings.byYear, facts, end),
      outcomes: sharesRuns ? LastingOutcomes(scheme.rules, scheme.sharing, firstStart: from) : nil)
  }

  /// A year that hardly any pension of the person begins after.
  private var horizon: Int {
    let named = [career.claim.from, career.claim.asOf].compactMap { $0?.year }
    return (named + career.claim.starts.values.map(\.year)).reduce(
      max(today.year, person.born.year + 75), max)
  }

  /// The first day of the pension asked for under a scheme; nil: the earliest possible.
  func requestedStart(of scheme: Scheme) -> Day? {
    career.claim.starts[scheme.id] ?? career.claim.from
  }

  /// The day a pension of a scheme is looked for: the day asked for, else today; where the law
  /// lets pensions begin with a month, the first of the month that is not earlier.
  func start(of scheme: Scheme) -> Day {
    let day = requestedStart(of: scheme) ?? today
    guard scheme.begins?.on == .firstOfMonth, day != day.firstOfMonth else { return day }
    return (try? day.lastOfMonth.adding(days: 1)) ?? day
  }

  // MARK: Instruments

  /// Whether an instrument binds a country on a day.
  func binds(_ instrument: Instrument, _ country: Country, on day: Day) -> Bool {
    guard instrument.status == .inForce || instrument.until != nil else { return false }
    guard instrument.since.map({ $0 <= day }) ?? (instrument.certainty != .unverified),
      instrument.until.map({ day <= $0 }) ?? true
    else { return false }
    return instrument.members.contains { member in
      member.party.country == country && member.party.subdivision == nil
        && (member.since.map { $0 <= day } ?? true) && (member.until.map { day <= $0 } ?? true)
        && (!member.isForNationals || isNational(of: instrument) ?? true)
    }
  }

  /// Whether it binds two countries and links them with each other.
  func links(_ instrument: Instrument, _ first: Country, _ second: Country, on day: Day) -> Bool {
    instrument.links(first, second) && binds(instrument, first, on: day)
      && binds(instrument, second, on: day)
  }

  /// Whether the person is a national of some party; nil where that is not said.
  func isNational(of instrument: Instrument) -> Bool? {
    if person.citizenOf.isEmpty { return nil }
    return person.citizenOf.contains { citizen in
      instrument.members.contains { $0.party.country == citizen }
    }
  }

  /// Whether another instrument takes the place of this one towards all of `others` it links.
  func replacement(
    of instrument: Instrument, among all: [Instrument], for country: Country,
    towards others: [Country],
    on day: Day
  ) -> (by: Instrument, law: String)? {
    for other in all where other.id != instrument.id {
      let rule =
        other.precedence.first { $0.rule == .replaces && $0.means(instrument) }
        ?? instrument.precedence.first { $0.rule == .yields && $0.means(other) }
      guard let rule else { continue }
      let isWhole = others.allSatisfy {
        !links(instrument, country, $0, on: day) || links(other, country, $0, on: day)
      }
      if isWhole { return (other, rule.law) }
    }
    return nil
  }

  /// The last day of insurance in a country before another.
  func lastDay(of country: Country, before day: Day) -> Day? {
    career.periods.filter { $0.country == country && $0.span.first < day }.map {
      min($0.span.last, day)
    }.max()
  }

  /// Whether the instrument is verified enough to rest a right on.
  func isReliable(_ instrument: Instrument) -> Bool {
    instrument.certainty > .unverified && instrument.status != .unverified
  }

  /// The instruments that link two countries on a day.
  func linking(_ first: Country, _ second: Country, on day: Day) -> [Instrument] {
    instruments.filter {
      isReliable($0) && links($0, first, second, on: day)
    }
  }

  /// Whether the instrument covers the person, by citizenship; nil where that is not said.
  func covers(_ instrument: Instrument) -> Bool? {
    if let bound = instrument.coversInsuredBefore, !wasInsured(before: bound, instrument) {
      return false
    }
    guard let persons = instrument.persons, persons.covers != "all" else { return true }
    return isNational(of: instrument)
  }

  /// Whether there was insurance before a day in a party that is linked with the person's own
  /// country; where citizenship is not given, with any other country of the career.
  private func wasInsured(before day: Day, _ instrument: Instrument) -> Bool {
    let homes = person.citizenOf.isEmpty ? career.countries : person.citizenOf
    let parties = Set(instrument.members.map(\.party.country))
    return career.periods.contains { period in
      period.span.first < day && parties.contains(period.country)
        && homes.contains {
          $0 != period.country && parties.contains($0) && instrument.links($0, period.country)
        }
    }
  }
}
