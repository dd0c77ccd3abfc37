import Formula
import Quantities

/// What was already found for one case, so that each thing is computed once.
///
/// Every kind of pension, every instrument and every first day asks for the same records, credits
/// and foreign periods. A memory belongs to one case on one thread.
final class CaseMemory {
  /// What an own record comes to on a day.
  struct OwnKey: Hashable {
    let scheme: ObjectIdentifier
    let start: Day
    let asOf: Day
    let window: Day?
    let isProjection: Bool
    /// The kind of pension, where the crediting rule reads it; else nil.
    let kind: Int?

    /// The same record where only published values of the law may be used.
    var withPublishedValues: OwnKey {
      OwnKey(
        scheme: scheme, start: start, asOf: asOf, window: window, isProjection: false, kind: kind)
    }
  }

  /// What a foreign country certifies on a day; on any day where all its records are whole.
  struct ForeignKey: Hashable {
    let country: Country
    let asking: ObjectIdentifier
    let day: Day?
    let window: Day?
    let schemes: [String]?
  }

  /// What a side counts of foreign periods beside an own record.
  ///
  /// The own record is the same on every day where it is whole and what it is credited lasts.
  struct AggregateKey: Hashable {
    let own: OwnKey?
    let scheme: ObjectIdentifier
    let instrument: String
    let countries: [Country]
    let day: Day?
  }

  /// An own record, credited.
  final class Own {
    let record: PersonalRecord
    let windowed: PersonalRecord
    let earnings: YearSeries
    let years: ClosedRange<Int>
    let credit: Credit
    let totalized: Credit
    let assumedFacts: FactSet
    let counts: CountMemory
    /// The record as it is on every day, if it is.
    let whole: WholeRecord?
    /// The year up to which series are filled.
    let horizon: Int

    init(crediting situation: SchemeSituation) {
      record = situation.record
      windowed = situation.windowed
      earnings = situation.earnings
      years = situation.years
      credit = situation.own
      totalized = situation.ownTotalized
      assumedFacts = situation.log.assumedFacts
      counts = situation.counts
      whole = situation.whole
      horizon = situation.horizon
    }

    /// The whole record, whose credit is known.
    init(_ whole: WholeRecord, _ credit: Credit, _ assumedFacts: FactSet) {
      record = whole.record
      windowed = whole.record
      earnings = whole.earnings.byYear
      years = whole.years
      self.credit = credit
      totalized = credit
      self.assumedFacts = assumedFacts
      counts = whole.counts
      self.whole = whole
      horizon = whole.horizon
    }
  }

  /// Whether a country has opened a right on a day, by an instrument (883/2004 Art 50(2)).
  struct OpenKey: Hashable {
    let country: Country
    let instrument: String
    let day: Day
  }

  /// Two countries on a day.
  struct PairKey: Hashable {
    let first: Country
    let second: Country
    let day: Day
  }

  var open: ShortMap<OpenKey, Bool> = [:]
  var coverage: ShortMap<PairKey, CoverageResult> = [:]
  var periods: ShortMap<ObjectIdentifier, [InsurancePeriod]> = [:]
  var own: ShortMap<OwnKey, Own> = [:]
  /// Whole records by scheme; nil where there is none.
  var whole: ShortMap<ObjectIdentifier, WholeRecord?> = [:]
  var foreign: ShortMap<ForeignKey, [ForeignRecord]> = [:]
  var aggregates: ShortMap<AggregateKey, (totalized: Credit, foreign: Aggregation)> = [:]
  /// What runs for one own record share; empty where worksheets are wanted, for those show what
  /// each run computed.
  var runs: ShortMap<OwnKey, SharedRuns> = [:]
}

/// What the classes of a record come to, shared by all situations with that record.
final class CountMemory {
  struct Key: Hashable {
    let function: RecordFunction
    let periods: PeriodSelection
    let isIndependent: Bool
  }

  /// The years the case gives earnings for; nil where the record was not made for a pension.
  var givenYears: YearSet?
  /// The years of paying classes without earnings, once they were looked for.
  var yearsWithoutEarnings: [Int]?
  var values: ShortMap<Key, Value> = [:]
  var months: ShortMap<Key, MonthSet> = [:]
}
