import Formula
import Quantities
import Testing

@testable import Coordination

/// Counting held against a plain count, day by day.
@Suite struct RecordTests {
  /// Some spans between 1990 and 1996, with what they touch, counted one day at a time.
  struct Oracle {
    let record: PersonalRecord
    let days: Set<Day>
    let spans: [Span]

    init(seed: Int) {
      var random = SeededGenerator(state: UInt64(seed))
      var periods: [InsurancePeriod] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let offset = Int.random(in: 0..<2000, using: &random)
        let length = Int.random(in: 0..<400, using: &random)
        guard let first = try? day("1990-01-01").adding(days: offset),
          let last = try? first.adding(days: length), let span = Span(from: first, to: last)
        else { continue }
        periods.append(InsurancePeriod(country: country("DE"), span: span, type: .employed))
      }
      record = PersonalRecord(periods, unit: .month, perYear: 12, before: nil)
      spans = periods.map(\.span)
      var days: Set<Day> = []
      for span in spans {
        for number in span.first.number...span.last.number {
          if let day = Day(number: Int(number)) { days.insert(day) }
        }
      }
      self.days = days
    }

    /// For each month of a year that is touched at all: the days in it, and its length.
    func months(of year: Int) -> [(days: Int, length: Int)] {
      let inside = Dictionary(grouping: days.filter { $0.year == year }, by: \.month)
      return inside.values.compactMap { days in
        days.first.map { (days.count, $0.lastOfMonth.dayOfMonth) }
      }
    }
  }

  @Test(arguments: 1...30) func againstDays(_ seed: Int) {
    let oracle = Oracle(seed: seed)
    let record = oracle.record
    let series = (
      record.monthsTouched(.any), record.fullMonths(.any), record.days(.any), record.days360(.any),
      record.quartersTouched(.any)
    )
    for year in 1990...1996 {
      let months = oracle.months(of: year)
      let quarters = Set(oracle.days.filter { $0.year == year }.map { ($0.month - 1) / 3 })
      #expect(series.0[year] ?? 0 == ExactDecimal(months.count))
      #expect(series.1[year] ?? 0 == ExactDecimal(months.count { $0.days == $0.length }))
      #expect(series.2[year] ?? 0 == ExactDecimal(oracle.days.count { $0.year == year }))
      let thirties = months.reduce(0) { $0 + ($1.days == $1.length ? 30 : $1.days) }
      #expect(series.3[year] ?? 0 == ExactDecimal(thirties))
      #expect(series.4[year] ?? 0 == ExactDecimal(quarters.count))
    }
    #expect(
      record.days(.any, from: day("1991-02-03"), through: day("1992-07-20"))
        == oracle.days.count { $0 >= day("1991-02-03") && $0 <= day("1992-07-20") })
  }

  /// Korea counts from the month after the one in which insurance begins, unless on the 1st.
  @Test(arguments: 1...30) func monthsAfterStart(_ seed: Int) {
    let oracle = Oracle(seed: seed)
    var expected: Set<Month> = []
    var first = Day.earliest
    for today in oracle.days.sorted() {
      // The run of days this one belongs to began in an earlier month, or on a 1st.
      if let before = try? today.adding(days: -1), !oracle.days.contains(before) { first = today }
      if first.dayOfMonth == 1 || first.calendarMonth < today.calendarMonth {
        expected.insert(today.calendarMonth)
      }
    }
    let series = oracle.record.monthsAfterStart(.any)
    for year in 1990...1996 {
      #expect(series[year] ?? 0 == ExactDecimal(expected.count { $0.year == year }))
    }
  }

  /// Whole months run from day to day; loose days of all runs make months of thirty.
  @Test(arguments: 1...30) func completedMonths(_ seed: Int) {
    let oracle = Oracle(seed: seed)
    var months = 0
    var loose = 0
    for span in oracle.record.merged(.any) {
      var count = 0
      while let end = try? span.first.adding(months: count + 1),
        let last = try? end.adding(days: -1), last <= span.last
      {
        count += 1
      }
      months += count
      if let from = try? span.first.adding(months: count) {
        loose += Int(span.last.number) - Int(from.number) + 1
      }
    }
    #expect(
      oracle.record.completedMonths(.any, from: .earliest, through: .latest)
        == months + loose / 30)
  }

  @Test(arguments: 1...40) func setsOfMonths(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    func some() -> (MonthSet, Set<Int>) {
      var set = MonthSet()
      var plain: Set<Int> = []
      for _ in 0..<4 {
        let first = Int.random(in: 1870 * 12..<2225 * 12, using: &random)
        let last = first + Int.random(in: 0..<90, using: &random)
        guard let from = Month(index: first), let through = Month(index: last) else { continue }
        set.insert(from...through)
        // Months outside 1880 to 2219 are not held.
        plain.formUnion((first...last).filter { (1880 * 12..<2220 * 12).contains($0) })
      }
      return (set, plain)
    }
    let (left, plainLeft) = some()
    let (right, plainRight) = some()
    var union = left
    union.formUnion(right)
    var difference = left
    difference.subtract(right)
    #expect(left.count == plainLeft.count)
    #expect(union.count == plainLeft.union(plainRight).count)
    #expect(difference.count == plainLeft.subtracting(plainRight).count)
    #expect(left.intersection(right).count == plainLeft.intersection(plainRight).count)
    #expect(difference.intersection(right).isEmpty)
    for year in 1875...2224 {
      #expect(left.count(in: year) == plainLeft.count { $0 / 12 == year })
    }
  }

  // MARK: Units

  /// Reg. 987/2009 Art 13, row by row.
  @Test(
    arguments: [
      (10, PeriodUnit.month, PeriodUnit.quarter, nil, 4), (12, .month, .quarter, nil, 4),
      (7, .month, .week, nil, 31), (12, .month, .week, nil, 52), (5, .quarter, .month, nil, 15),
      (4, .quarter, .week, nil, 52), (52, .week, .month, nil, 12), (1, .week, .month, nil, 1),
      (14, .week, .quarter, nil, 2), (1, .year, .month, nil, 12), (2, .year, .quarter, nil, 8),
      (1, .year, .week, nil, 52), (1, .year, .day, 6, 312), (27, .day, .month, 6, 2),
      (312, .day, .month, 6, 12), (264, .day, .quarter, 5, 4), (360, .day, .month, 7, 12),
      (6, .day, .week, 5, 2), (3, .month, .day, 5, 66), (1, .quarter, .day, 7, 90),
      (13, .month, .year, nil, 2), (53, .week, .year, nil, 2),
    ] as [(Int, PeriodUnit, PeriodUnit, Int?, Int)])
  func conversions(
    _ amount: Int, _ from: PeriodUnit, _ to: PeriodUnit, _ base: Int?, _ expected: Int
  ) {
    #expect(
      StandardUnits.convert(ExactDecimal(amount), from: from, to: to, base)
        == ExactDecimal(expected))
  }

  /// A full year stays a full year, and a part of one never becomes more, in every unit.
  ///
  /// Between weeks and days the table gives 52 × 5 = 260 and 264 / 5 = 53; the yearly maximum of
  /// the counting scheme cuts what is too much when the sum is placed (see `PropertyTests`).
  @Test(arguments: PeriodUnit.allCases, PeriodUnit.allCases)
  func fullYears(_ from: PeriodUnit, _ to: PeriodUnit) {
    if from != to, Set([from, to]) == [.day, .week] { return }
    for base in 5...7 {
      let most = ExactDecimal(StandardUnits.perYear(to, daysPerWeek: base))
      let full = StandardUnits.perYear(from, daysPerWeek: base)
      let converted = (1...full).compactMap {
        StandardUnits.convert(ExactDecimal($0), from: from, to: to, base)
      }
      #expect(converted.count == full)
      #expect(converted.last == most)
      #expect(converted == converted.sorted())
    }
  }
}
