import Formula
import Quantities

/// One case with the law of the countries it names.
struct CaseContext {
  let career: Career
  /// The day the answer is given.
  let today: Day
  let schemes: [Country: [Scheme]]
  let instruments: [Instrument]
  let completeLists: [Country: Cited]
  let memory = CaseMemory()

  init(_ career: Career, library: some LawLibrary, today: Day) throws {
    self.career = career
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

  var person: Person { career.person }

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

  /// The first day of the pension asked for under a scheme; nil: the earliest possible.
  func requestedStart(of scheme: Scheme) -> Day? {
    career.claim.starts[scheme.id] ?? career.claim.from
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
    }
  }

  /// Whether the instrument is verified enough to rest a right on.
  func isReliable(_ instrument: Instrument) -> Bool {
    instrument.certainty > .unverified && instrument.status != .unverified
  }

  /// The instruments that link two countries on a day.
  func linking(_ first: Country, _ second: Country, on day: Day) -> [Instrument] {
    instruments.filter {
      isReliable($0) && binds($0, first, on: day) && binds($0, second, on: day)
    }
  }

  /// Whether the instrument covers the person, by citizenship; nil where that is not said.
  func covers(_ instrument: Instrument) -> Bool? {
    guard let persons = instrument.persons, persons.covers != "all" else { return true }
    if person.citizenOf.isEmpty { return nil }
    return person.citizenOf.contains { citizen in
      instrument.members.contains { $0.party.country == citizen }
    }
  }
}
