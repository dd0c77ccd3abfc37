import Coordination
import Quantities

/// What must hold between the parts of a case.
struct CaseChecks {
  let person: Person

  // MARK: Claim

  func check(_ claim: Claim, _ places: ClaimPlaces) throws(InputError) {
    let latest = try? person.born.adding(years: CaseLimits.oldest)
    func check(_ day: Day, _ offset: Int, _ path: String...) throws(InputError) {
      guard day < person.born || day > latest ?? .latest else { return }
      var fault = InputError(
        "case.absurd-claim",
        "\(day) is not within the \(CaseLimits.oldest) years after the birth", at: offset)
      for name in path.reversed() { fault = fault.within(name) }
      throw fault
    }
    if let from = claim.from { try check(from, places.from, "claim", "from") }
    if let asOf = claim.asOf { try check(asOf, places.asOf, "claim", "as_of") }
    for (scheme, day) in claim.starts.sorted(by: { $0.key < $1.key }) {
      try check(day, places.starts[scheme] ?? 0, "claim", "starts", scheme)
    }
    if let from = claim.from, let asOf = claim.asOf, asOf < from {
      throw InputError(
        "case.as-of-before-from", "the amount is asked for \(asOf), before the pension begins",
        at: places.asOf
      ).within("as_of").within("claim")
    }
  }

  // MARK: Periods

  func check(_ periods: [PeriodDraft]) throws(InputError) {
    for index in periods.indices where periods[index].period.span.first < person.born {
      throw InputError(
        "case.before-birth",
        "the period begins on \(periods[index].period.span.first), before the birth on \(person.born)",
        at: periods[index].from
      ).within("from").within(String(index)).within("periods")
    }
    if periods.count(where: { $0.period.certified != nil }) > 1 { try checkSums(periods) }
  }

  /// Two certified sums for the same time and scheme would count it twice.
  ///
  /// A sum without a scheme stands for every scheme of its country.
  private func checkSums(_ periods: [PeriodDraft]) throws(InputError) {
    let certified = periods.indices.filter { periods[$0].period.certified != nil }
      .sorted { periods[$0].period.span.first < periods[$1].period.span.first }
    for (place, index) in certified.enumerated() {
      let second = periods[index].period
      for other in certified[..<place] {
        let first = periods[other].period
        guard first.span.last >= second.span.first, first.country == second.country,
          first.type.rank == second.type.rank,
          first.scheme == nil || second.scheme == nil || first.scheme == second.scheme
        else { continue }
        throw InputError(
          "case.overlapping-sums",
          "the certified sums of \(first.span) and \(second.span) cover the same time",
          hint: "give one sum for both, or dates that do not overlap",
          at: periods[index].certified
        ).within("certified").within(String(index)).within("periods")
      }
    }
  }

  /// A sum no calendar could hold is a slip of the pen.
  static func check(
    _ sum: InsurancePeriod.CertifiedSum, over span: Span, at offset: Int
  ) throws(InputError) {
    let years = span.years.count
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
        "\(sum.amount) \(sum.unit.rawValue)s do not fit into the years "
          + "\(span.years.lowerBound) to \(span.years.upperBound)", at: offset
      ).within("certified")
    }
  }
}
