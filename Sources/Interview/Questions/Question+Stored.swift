import Quantities

extension Question {
  /// Whether an answer that was kept still answers the question.
  ///
  /// What was answered before may have changed since: a period that ended before it now begins is
  /// asked for again.
  func holds(_ stored: String) -> Bool {
    if stored.isEmpty { return blank?.value.isEmpty ?? false }
    switch kind {
    case .day(let bounds): return Day(stored).map(bounds.days.contains) ?? false
    case .days(let bounds):
      return Stored.days(stored).map { $0.allSatisfy(bounds.days.contains) } ?? false
    case .country: return Country(stored) != nil
    case .countries: return Stored.countries(stored) != nil
    case .choice(let choices): return choices.contains { $0.value == stored }
    case .picks(let choices):
      let values = Set(choices.map(\.value))
      return Stored.words(stored).allSatisfy(values.contains)
    case .earnings(let frame):
      if stored == Stored.average { return frame.averages.contains(frame.years.lowerBound) }
      return ExactDecimal(stored).map { !$0.isNegative } ?? false
    case .wage(let currencies):
      return Stored.wage(stored).map { currencies.contains($0.currency) } ?? false
    case .sum: return Stored.sum(stored) != nil
    case .number(let range, _):
      guard let number = ExactDecimal(stored) else { return false }
      return range?.contains(number) ?? true
    case .byYear(let years):
      return Stored.byYear(stored).map { $0.keys.allSatisfy(years.contains) } ?? false
    case .file: return true
    }
  }
}
