import Formula
import Quantities

/// The periods of one person that one scheme (or one country without a scheme) has to count.
///
/// Only what lies before the contingency is in it: Reg. 883/2004 Art 52(1)(b) and the law of every
/// scheme count periods completed before the pension begins.
struct PersonalRecord {
  let periods: [InsurancePeriod]
  /// The same without what only crediting reads: plain values, so that counting copies nothing.
  private let stretches: [Stretch]
  let unit: PeriodUnit
  /// The most units a year can hold.
  let perYear: Int

  private struct Stretch {
    let span: Span
    let classes: PeriodSelection
    let certified: InsurancePeriod.CertifiedSum?
  }

  /// - Parameters:
  ///   - cut: the first day that no longer counts.
  ///   - from: the first day that counts; nil: all.
  init(
    _ periods: [InsurancePeriod], unit: PeriodUnit, perYear: Int, before cut: Day?, from: Day? = nil
  ) {
    self.unit = unit
    self.perYear = perYear
    // Most records are whole: they share the periods of the career.
    let isWhole = periods.allSatisfy { period in
      period.span.first >= from ?? period.span.first && (cut.map { period.span.last < $0 } ?? true)
    }
    let kept = isWhole ? periods : Self.clipped(periods, before: cut, from: from)
    self.periods = kept
    stretches = kept.map {
      Stretch(span: $0.span, classes: $0.type.classes, certified: $0.certified)
    }
  }

  private static func clipped(_ periods: [InsurancePeriod], before cut: Day?, from: Day?)
    -> [InsurancePeriod]
  {
    periods.compactMap { period in
      var clipped = period
      let first = max(period.span.first, from ?? period.span.first)
      var last = period.span.last
      if let cut, last >= cut, let before = try? cut.adding(days: -1) { last = before }
      guard let span = Span(from: first, to: last) else { return nil }
      clipped.span = span
      return clipped
    }
  }

  func selected(_ selection: PeriodSelection) -> [InsurancePeriod] {
    periods.filter { !$0.type.classes.isDisjoint(with: selection) }
  }

  /// The years from the first to the last of its periods.
  var years: ClosedRange<Int>? {
    guard let any = stretches.first?.span else { return nil }
    var (first, last) = (any.first, any.last)
    for stretch in stretches {
      first = min(first, stretch.span.first)
      last = max(last, stretch.span.last)
    }
    return first.year...last.year
  }

  /// Whether periods of some class are in it.
  func has(_ selection: PeriodSelection) -> Bool {
    stretches.contains { !$0.classes.isDisjoint(with: selection) }
  }

  /// The months that periods touch; certified ones too unless left out.
  func months(_ selection: PeriodSelection = .any, certified: Bool = true) -> MonthSet {
    var set = MonthSet()
    for stretch in stretches
    where !stretch.classes.isDisjoint(with: selection) && (certified || stretch.certified == nil) {
      set.insert(stretch.span.monthsTouched)
    }
    return set
  }

  /// A sum for each calendar year of the record.
  func byYear(_ count: (Int) -> Int) -> YearSeries {
    guard let years else { return .empty }
    var series = YearSeries(firstYear: years.lowerBound, count: years.count)
    for year in years { series[year] = ExactDecimal(count(year)) }
    return series
  }

  /// Months touched by year: from dates where nothing is certified, certified sums beside them.
  func monthsTouched(_ selection: PeriodSelection) -> YearSeries {
    let dated = months(selection, certified: false)
    let sums = certified(selection, in: .month, atMost: 12)
    return byYear { year in
      min(12, dated.count(in: year) + (sums[year].flatMap { $0.rounded().intValue } ?? 0))
    }
  }

  func fullMonths(_ selection: PeriodSelection) -> YearSeries {
    var set = MonthSet()
    for span in merged(selection) { if let full = span.fullMonths { set.insert(full) } }
    return byYear { set.count(in: $0) }
  }

  func quartersTouched(_ selection: PeriodSelection) -> YearSeries {
    let set = months(selection)
    return byYear { year in
      (1...4).count { quarter in
        guard let place = CalendarQuarter(year: year, quarter: quarter) else { return false }
        return set.count(from: place.firstMonth, through: place.lastMonth) > 0
      }
    }
  }

  /// Months touched less each period's first month unless it begins on the 1st.
  func monthsAfterStart(_ selection: PeriodSelection) -> YearSeries {
    var set = MonthSet()
    for span in merged(selection) {
      let touched = span.monthsTouched
      let first =
        span.first.dayOfMonth == 1
        ? touched.lowerBound : (try? touched.lowerBound.adding(months: 1)) ?? touched.upperBound
      if first <= touched.upperBound { set.insert(first...touched.upperBound) }
    }
    return byYear { set.count(in: $0) }
  }

  func days(_ selection: PeriodSelection) -> YearSeries {
    let spans = merged(selection)
    return byYear { year in
      spans.reduce(0) { $0 + ($1.intersection(year: year)?.days ?? 0) }
    }
  }

  /// Insured days with every full month as 30, as the German § 1 BVV counts them.
  func days360(_ selection: PeriodSelection) -> YearSeries {
    let spans = merged(selection)
    return byYear { year in
      (1...12).reduce(0) { sum, number in
        guard let month = Month(year: year, month: number) else { return sum }
        let days = spans.reduce(0) { $0 + ($1.intersection(month.span)?.days ?? 0) }
        return sum + (days >= month.length ? 30 : days)
      }
    }
  }

  /// Completed months of all periods between two days; loose days of several make months of 30.
  func completedMonths(_ selection: PeriodSelection, from: Day, through: Day) -> Int {
    guard let window = Span(from: from, to: through) else { return 0 }
    var months = 0
    var days = 0
    for span in merged(selection) {
      guard let part = span.intersection(window), let end = try? part.last.adding(days: 1) else {
        continue
      }
      let whole = Age.completedMonths(from: part.first, to: end)
      months += whole
      if let rest = try? part.first.adding(months: whole) { days += rest.distance(to: end) }
    }
    return months + days / 30
  }

  func days(_ selection: PeriodSelection, from: Day, through: Day) -> Int {
    guard let window = Span(from: from, to: through) else { return 0 }
    return merged(selection).reduce(0) { $0 + ($1.intersection(window)?.days ?? 0) }
  }

  /// The spans of the periods of a class, joined where they touch or overlap.
  func merged(_ selection: PeriodSelection) -> [Span] {
    var result: [Span] = []
    let spans = stretches.lazy.filter { !$0.classes.isDisjoint(with: selection) }.map(\.span)
    for span in spans.sorted(by: { $0.first < $1.first }) {
      if let last = result.last, let next = try? last.last.adding(days: 1), span.first <= next {
        if let joined = Span(from: last.first, to: max(last.last, span.last)) {
          result[result.count - 1] = joined
        }
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// The certified sums of a class by year, in `unit`.
  ///
  /// A sum fills the years its dates touch in order of time, first up to what the dates touch,
  /// then up to the yearly maximum; what does not fit is dropped (Reg. 987/2009 Art 13(2)).
  func certified(_ selection: PeriodSelection, in unit: PeriodUnit, atMost perYear: Int)
    -> YearSeries
  {
    guard let years else { return .empty }
    var series = YearSeries(years, repeating: 0)
    for period in stretches where !period.classes.isDisjoint(with: selection) {
      guard let sum = period.certified,
        let converted = StandardUnits.convert(sum.amount, from: sum.unit, to: unit, sum.daysPerWeek)
      else { continue }
      var left = converted
      for stage in 0...1 {
        for year in period.span.years {
          let filled = series[year] ?? 0
          let touched = ExactDecimal(StandardUnits.touched(by: period.span, in: year, unit: unit))
          let room = ExactDecimal(perYear).minus(filled)
          let wanted = stage == 0 ? min(left, min(touched, room)) : min(left, room)
          guard wanted.signum > 0 else { continue }
          series[year] = filled.plus(wanted)
          left = left.minus(wanted)
        }
      }
    }
    return series
  }
}
