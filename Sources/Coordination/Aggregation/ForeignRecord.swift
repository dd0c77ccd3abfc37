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
  let isCertified: Bool
  /// The months the periods touch, all and by rank; ranks without periods are left out.
  let months: MonthSet
  let ranks: [(rank: PeriodType.Rank, months: MonthSet)]

  /// The days a week behind a unit of days: as certified, else as the scheme counts.
  var daysPerWeek: Int {
    record.periods.lazy.compactMap { $0.certified?.unit == .day ? $0.certified?.daysPerWeek : nil }
      .first ?? StandardUnits.daysPerWeek(perYear: record.perYear)
  }

  init(
    country: Country, scheme: Scheme?, record: PersonalRecord, credit: Credit, unit: PeriodUnit
  ) {
    self.country = country
    self.scheme = scheme
    self.record = record
    self.credit = credit
    self.unit = unit
    isCertified = record.periods.contains { $0.certified != nil }
    let months = record.months()
    self.months = months
    let found = PeriodType.Rank.allCases.filter { rank in
      record.periods.contains { $0.type.rank == rank }
    }
    ranks = found.map { rank in
      (rank, found.count == 1 ? months : record.months(PeriodSelection(rank.periodClass)))
    }
  }
}
