import Formula
import Quantities

/// What a foreign country certifies: its own credit of the person's periods there.
struct ForeignRecord {
  let country: Country
  /// nil where the rule book has no scheme for the country: then dates and certified sums speak.
  let scheme: Scheme?
  let record: PersonalRecord
  let credit: Credit
  let unit: PeriodUnit
  /// Whether the sums were certified rather than found by Sojourn from dates or earnings.
  var isCertified: Bool { record.periods.contains { $0.certified != nil } }
}
