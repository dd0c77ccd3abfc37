import Formula
import Quantities

/// An own record that lies before the pension, so that it is the same whenever that begins.
///
/// It belongs to one case on one thread, and keeps what was found for one of the days.
final class WholeRecord {
  /// The first day before which all of it lies.
  let from: Day
  /// The year up to which its series are filled: no pension that shares it begins later.
  let horizon: Int
  let record: PersonalRecord
  let earnings: EarningsRecord
  let years: ClosedRange<Int>
  let counts = CountMemory()
  /// What runs share whenever the pension begins; nil where they share nothing.
  let outcomes: LastingOutcomes?
  /// What it is credited, and the facts that were taken for granted for it; nil as long as that is
  /// not known to be the same on every day.
  var credit: (own: Credit, assumedFacts: FactSet)?

  init(
    from: Day, horizon: Int, record: PersonalRecord, earnings: EarningsRecord,
    years: ClosedRange<Int>, outcomes: LastingOutcomes?
  ) {
    self.from = from
    self.horizon = horizon
    self.record = record
    self.earnings = earnings
    self.years = years
    self.outcomes = outcomes
    counts.givenYears = earnings.givenYears
  }

  /// Whether all of it lies before a day, and the day within its horizon.
  func isWhole(before day: Day) -> Bool { from <= day && day.year <= horizon }

  /// The first day before which all periods, earnings and facts by year of a record lie; nil where
  /// there are no periods.
  static func firstDay(after periods: [InsurancePeriod], _ facts: [String: FactValue]) -> Day? {
    guard let last = periods.lazy.map(\.span.last).max() else { return nil }
    var latest = last
    func note(_ year: Int, _ month: Int = 1) {
      if let day = Day(year: year, month: month, day: 1) { latest = max(latest, day) }
    }
    for period in periods {
      guard case .entries(let list)? = period.earnings?.content else { continue }
      for entry in list { note(entry.year, entry.month ?? 1) }
    }
    for case .byYear(let values) in facts.values { if let year = values.keys.max() { note(year) } }
    return try? latest.adding(days: 1)
  }
}
