import Coordination
import Quantities

/// What must hold between the parts of a case.
struct CaseChecks {
  let person: Person
  let today: Day

  func check(_ periods: [(period: InsurancePeriod, offset: Int)]) throws(InputError) {
    for (index, entry) in periods.enumerated() {
      do {
        try check(entry.period, at: entry.offset)
      } catch {
        throw error.within(String(index)).within("periods")
      }
    }
    try checkSums(periods)
  }

  private func check(_ period: InsurancePeriod, at offset: Int) throws(InputError) {
    guard period.span.last <= today else {
      throw InputError(
        "case.future-period", "the period ends on \(period.span.last), after today (\(today))",
        hint: "a career ends today at the latest; plans belong in a what-if", at: offset)
    }
    guard period.span.first >= person.born else {
      throw InputError(
        "case.before-birth", "the period begins on \(period.span.first), before the birth",
        at: offset)
    }
    if let earnings = period.earnings { try check(earnings, of: period, at: offset) }
    if let sum = period.certified { try check(sum, of: period, at: offset) }
  }

  private func check(_ earnings: Earnings, of period: InsurancePeriod, at offset: Int)
    throws(InputError)
  {
    switch earnings.content {
    case .typical:
      // The euro stands for its predecessors at fixed rates, so it may be said of any year.
      if let currency = earnings.currency, currency.isHistoric {
        try Self.inUse(currency, in: period.span.last.year, at: offset)
      }
    case .entries(let entries):
      for entry in entries where !period.span.years.contains(entry.year) {
        throw InputError(
          "case.earnings-outside",
          "earnings of \(entry.year) lie outside the period \(period.span)",
          hint: "move them to the period they were earned in", at: offset
        ).within("earnings")
      }
    }
  }

  /// A sum no calendar could hold is a slip of the pen.
  private func check(
    _ sum: InsurancePeriod.CertifiedSum, of period: InsurancePeriod, at offset: Int
  )
    throws(InputError)
  {
    let years = period.span.years.count
    let most =
      switch sum.unit {
      case .day: 366 * years
      case .week: 53 * years
      case .month: 12 * years
      case .quarter: 4 * years
      case .year: years
      }
    guard sum.amount <= ExactDecimal(most) else {
      throw InputError(
        "case.sum-too-large",
        "\(sum.amount) \(sum.unit.rawValue)s do not fit into the years \(period.span.years.lowerBound) to \(period.span.years.upperBound)",
        at: offset
      ).within("certified")
    }
  }

  /// Two certified sums for the same time and scheme would count it twice.
  private func checkSums(_ periods: [(period: InsurancePeriod, offset: Int)]) throws(InputError) {
    let certified = periods.enumerated().filter { $0.element.period.certified != nil }
      .sorted { $0.element.period.span.first < $1.element.period.span.first }
    for (left, right) in zip(certified, certified.dropFirst()) {
      let (first, second) = (left.element.period, right.element.period)
      guard first.country == second.country, first.scheme == second.scheme,
        first.type.rank == second.type.rank, first.span.overlaps(second.span)
      else { continue }
      throw InputError(
        "case.overlapping-sums",
        "the certified sums of \(first.span) and \(second.span) cover the same time",
        hint: "give one sum for both, or dates that do not overlap", at: right.element.offset
      ).within("certified").within(String(right.offset)).within("periods")
    }
  }

  /// Whether a currency was in use in a year.
  static func inUse(_ currency: Currency?, in year: Int, at offset: Int) throws(InputError) {
    guard let currency else { return }
    if currency.code == "EUR", year < 1999 {
      throw InputError(
        "case.currency-not-in-use", "there was no euro in \(year)",
        hint: "give the amount in the currency of that year, or leave the currency out",
        at: offset)
    }
    if let withdrawn = currency.withdrawn, let last = Int(withdrawn.prefix(4)), year > last {
      throw InputError(
        "case.currency-not-in-use", "\(currency.code) was withdrawn in \(withdrawn)", at: offset)
    }
  }
}
