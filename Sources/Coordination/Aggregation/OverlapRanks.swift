import Formula
import Quantities

/// Own months that yield to better-ranked foreign ones (Regulation (EC) 987/2009 Art 12).
enum OverlapRanks {
  /// The own months that count no longer as own: voluntary ones under foreign compulsory ones
  /// (Art 12(3)), assimilated ones under real ones (12(4)), and assimilated ones in both where the
  /// other country insured the person last before (12(5)).
  static func displaced(_ own: PersonalRecord, by foreign: [ForeignRecord]) -> MonthSet {
    var gone = MonthSet()
    // Most records hold nothing that could yield.
    guard own.has([PeriodSelection(.voluntary), PeriodSelection(.assimilated)]) else { return gone }
    for other in foreign {
      let compulsory = real(other.record, [.compulsory, .residence])
      let theirsReal = real(other.record, [.compulsory, .residence, .voluntary])
      var voluntary = own.months(PeriodSelection(.voluntary))
      voluntary.subtract(real(own, [.compulsory, .residence]))
      gone.formUnion(voluntary.intersection(compulsory))
      var assimilated = own.months(PeriodSelection(.assimilated))
      assimilated.subtract(real(own, [.compulsory, .residence, .voluntary]))
      gone.formUnion(assimilated.intersection(theirsReal))
      let both = assimilated.intersection(other.record.months(PeriodSelection(.assimilated)))
      if !both.isEmpty, insuredLastBefore(both, other.record, rather: own) { gone.formUnion(both) }
    }
    return gone
  }

  /// Own voluntary months under foreign compulsory ones (Art 12(3)); nil where there are none.
  static func yieldingVoluntary(_ own: PersonalRecord, to foreign: [ForeignRecord]) -> MonthSet? {
    guard own.has(PeriodSelection(.voluntary)) else { return nil }
    var voluntary = own.months(PeriodSelection(.voluntary))
    voluntary.subtract(real(own, [.compulsory, .residence]))
    var gone = MonthSet()
    for other in foreign {
      gone.formUnion(voluntary.intersection(real(other.record, [.compulsory, .residence])))
    }
    return gone.isEmpty ? nil : gone
  }

  private static func real(_ record: PersonalRecord, _ classes: [PeriodClass]) -> MonthSet {
    record.months(PeriodSelection(classes.map { PeriodSelection($0) }))
  }

  /// Whether the last compulsory insurance before the months was in `first` (if none before: the
  /// first after).
  private static func insuredLastBefore(
    _ months: MonthSet, _ first: PersonalRecord, rather second: PersonalRecord
  ) -> Bool {
    let start = (Int(Month.earliest.index)...Int(Month.latest.index)).first {
      Month(index: $0).map(months.contains) ?? false
    }
    guard let start, let day = Month(index: start)?.first else { return false }
    func last(_ record: PersonalRecord) -> Day? {
      record.merged(PeriodSelection(.compulsory)).map { min($0.last, day) }.filter { $0 < day }
        .max()
    }
    func next(_ record: PersonalRecord) -> Day? {
      record.merged(PeriodSelection(.compulsory)).map(\.first).filter { $0 >= day }.min()
    }
    switch (last(first), last(second)) {
    case (let a?, let b?): return a > b
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return (next(first) ?? .latest) < (next(second) ?? .latest)
    }
  }
}
