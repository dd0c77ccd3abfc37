import Coordination
import Formula
import Quantities

extension Question {
  static let average: Phrase = "the average of all insured, an estimate"

  /// An answer as it is shown; empty where nothing was said.
  func said(_ stored: String) -> Phrase {
    if stored.isEmpty { return blank?.says ?? "" }
    switch kind {
    case .day: return Day(stored).map { "\($0)" } ?? "\(stored)"
    case .days: return "\((Stored.days(stored) ?? []).map { "\($0)" as Phrase })"
    case .country: return Country(stored).map { Phrase(template: $0.name) } ?? "\(stored)"
    case .countries:
      return "\((Stored.countries(stored) ?? []).map { Phrase(template: $0.name) })"
    case .choice:
      return allChoices.first { $0.value == stored }?.label ?? "\(stored)"
    case .picks:
      let numbers = Stored.words(stored).compactMap { word in
        allChoices.firstIndex { $0.value == word }.map { "\(String($0 + 1))" as Phrase }
      }
      return "\(numbers)"
    case .earnings(let frame):
      if stored == Stored.average { return Self.average }
      guard let amount = ExactDecimal(stored),
        let currency = frame.currency(of: frame.years.lowerBound)
      else { return "\(stored)" }
      return "\(amount, currency)"
    case .wage:
      return Stored.wage(stored).map { Phrase($0.amount, $0.currency, per: $0.per.rawValue) }
        ?? "\(stored)"
    case .sum: return Stored.sum(stored).map { Phrase($0.amount, $0.unit) } ?? "\(stored)"
    case .number: return ExactDecimal(stored).map { "\($0)" } ?? "\(stored)"
    case .byYear:
      let values = (Stored.byYear(stored) ?? [:]).sorted { $0.key < $1.key }
      return "\(values.map { "\(String($0.key)): \($0.value)" as Phrase })"
    case .file: return "\(stored)"
    }
  }
}
