import Formula
import Quantities

/// Counts foreign periods in the unit of the scheme that takes them into account.
struct ForeignConversion {
  let side: Side
  /// The unit and the own periods of the counting scheme.
  let unit: PeriodUnit
  let perYear: Int
  let own: Credit
  /// The parties of the instrument: only to their periods its own rows of units apply.
  let parties: Set<Country>

  /// The foreign periods that count, overlaps taken out.
  ///
  /// - Parameters:
  ///   - foreign: what the other country certifies.
  ///   - taken: units of each year already filled by own and other foreign periods.
  ///   - months: the months those periods cover, so that none counts twice.
  ///   - spans: their days, where the scheme counts days: a month may be shared in part.
  func count(
    _ foreign: ForeignRecord, beside taken: YearSeries, over months: MonthSet, spans: [Span] = []
  ) -> ForeignCredit {
    let rule =
      parties.contains(foreign.country)
      ? side.units.first { $0.from == foreign.unit && $0.to == unit } : nil
    let converted = convertedByYear(foreign, rule)
    var byYear = YearSeries.empty
    var leftOut = ExactDecimal.zero
    var overMaximum = ExactDecimal.zero
    let most = [side.overlap == .asCertified ? nil : perYear, rule?.atMost].compactMap { $0 }.min()
    for (year, notified) in converted {
      let value = most.map { min(notified, ExactDecimal($0)) } ?? notified
      overMaximum = overMaximum.plus(notified.minus(value))
      var counted = value
      if side.overlap != .asCertified {
        counted = min(
          counted,
          room(for: value, in: year, of: foreign, beside: taken, over: months, spans: spans))
        counted = min(counted, max(.zero, ExactDecimal(perYear).minus(taken[year] ?? .zero)))
      }
      if rule?.onlyWhereTouched == true {
        counted = min(counted, ExactDecimal(unitsTouched(by: foreign, in: year)))
      }
      byYear[year] = counted
      leftOut = leftOut.plus(value.minus(counted))
    }
    return ForeignCredit(
      country: foreign.country, scheme: foreign.scheme?.id, sum: foreign.credit.total,
      sumUnit: foreign.unit, counted: byYear.total, countedUnit: unit, leftOut: leftOut,
      overMaximum: overMaximum, isTakenOver: false, law: rule?.law ?? side.unitsLaw, byYear: byYear,
      byClass: byClass(byYear, foreign))
  }

  // MARK: Conversion

  private func convertedByYear(_ foreign: ForeignRecord, _ rule: Side.UnitRule?) -> YearSeries {
    // Parts of years would each become a whole one: years are made of the sum (Art 13(3)).
    let basis = rule?.basis ?? (foreign.isCertified || unit == .year ? .total : .calendarYear)
    switch basis {
    case .calendarYear:
      guard let sums = foreign.credit.byYear else { return spreadTotal(foreign, rule) }
      var result = YearSeries.empty
      for (year, value) in sums {
        guard value.signum > 0 else { continue }
        let counted = convert(value, foreign, rule)
        result[year] =
          rule == nil && side.usesEuropeanUnits ? yearly(counted, of: value, foreign) : counted
      }
      return result
    case .total: return spreadTotal(foreign, rule)
    case .period: return periodByPeriod(foreign, rule)
    }
  }

  /// What a calendar year holds at most, and at least where the other country's year is full
  /// (987/2009 Art 13(2)).
  private func yearly(
    _ counted: ExactDecimal, of value: ExactDecimal, _ foreign: ForeignRecord
  ) -> ExactDecimal {
    value >= fullYear(foreign) ? mostYearly : min(counted, mostYearly)
  }

  /// What a calendar year holds at most.
  private var mostYearly: ExactDecimal {
    let week = StandardUnits.daysPerWeek(perYear: perYear)
    return ExactDecimal(StandardUnits.perYear(unit, daysPerWeek: week))
  }

  /// What fills a calendar year in the other country.
  private func fullYear(_ foreign: ForeignRecord) -> ExactDecimal {
    ExactDecimal(
      min(
        foreign.record.perYear,
        StandardUnits.perYear(foreign.unit, daysPerWeek: foreign.daysPerWeek)))
  }

  private func convert(
    _ amount: ExactDecimal, _ foreign: ForeignRecord, _ rule: Side.UnitRule?
  ) -> ExactDecimal {
    guard let rule else {
      let mine = StandardUnits.daysPerWeek(perYear: perYear)
      let theirs = foreign.daysPerWeek
      if side.usesEuropeanUnits, foreign.unit == .day, unit == .day {
        return StandardUnits.convertDays(amount, perWeek: theirs, to: mine)
      }
      let base = foreign.unit == .day ? theirs : mine
      return StandardUnits.convert(
        amount, from: foreign.unit, to: unit, side.usesEuropeanUnits ? base : nil) ?? .zero
    }
    guard
      let exact = try? ExactDecimal.quotient(
        of: [amount, ExactDecimal(rule.multiply)], by: [ExactDecimal(rule.divide)]),
      let whole = try? exact.rounded(to: 1, rule.remainder == .up ? .ceiling : .floor)
    else { return .zero }
    return whole
  }

  /// One conversion of the whole sum (987/2009 Art 13(3)), then placed into the years it touches.
  private func spreadTotal(_ foreign: ForeignRecord, _ rule: Side.UnitRule?) -> YearSeries {
    var left = convert(foreign.credit.total, foreign, rule)
    var result = YearSeries.empty
    guard let years = foreign.record.years else { return result }
    // Years that are all full stay full, as they do one by one.
    let count = ExactDecimal(years.count)
    if rule == nil, side.usesEuropeanUnits,
      let full = try? fullYear(foreign).multiplied(by: count), foreign.credit.total >= full,
      let most = try? mostYearly.multiplied(by: count)
    {
      left = most
    }
    for stage in 0...1 {
      for year in years where left.signum > 0 {
        let filled = result[year] ?? .zero
        let touched = ExactDecimal(unitsTouched(by: foreign, in: year))
        guard touched.signum > 0 else { continue }
        let room = (stage == 0 ? touched : ExactDecimal(perYear)).minus(filled)
        let wanted = min(left, room)
        guard wanted.signum > 0 else { continue }
        result[year] = filled.plus(wanted)
        left = left.minus(wanted)
      }
    }
    return result
  }

  /// Each period on its own, placed forward from the year it begins, never past its end.
  private func periodByPeriod(_ foreign: ForeignRecord, _ rule: Side.UnitRule?) -> YearSeries {
    var result = YearSeries.empty
    for period in foreign.record.periods {
      let single = PersonalRecord(
        [period], unit: foreign.unit, perYear: foreign.record.perYear, before: nil)
      let sum =
        period.certified.flatMap {
          StandardUnits.convert($0.amount, from: $0.unit, to: foreign.unit, $0.daysPerWeek)
        }
        ?? single.byYear { StandardUnits.touched(by: period.span, in: $0, unit: foreign.unit) }
        .total
      var left = convert(sum, foreign, rule)
      for year in period.span.years where left.signum > 0 {
        let touched = ExactDecimal(StandardUnits.touched(by: period.span, in: year, unit: unit))
        let free = max(
          .zero, ExactDecimal(perYear).minus(own.byYear?[year] ?? .zero).minus(result[year] ?? 0))
        let placed = min(left, min(touched, free))
        result[year] = (result[year] ?? .zero).plus(placed)
        left = left.minus(placed)
      }
    }
    return result
  }

  // MARK: Overlaps

  private func unitsTouched(by foreign: ForeignRecord, in year: Int) -> Int {
    scaled(foreign.months.count(in: year))
  }

  /// The units of a year the foreign periods may fill: those nothing counted before covers.
  ///
  /// Periods cover no more units than they are credited: a scheme that credits by earnings leaves
  /// blank units in months of work. A certified sum has no days of its own, so only what it shares
  /// with other periods is taken away (987/2009 Art 12(6): what cannot be dated is presumed not to
  /// overlap).
  ///
  /// Under the Regulations what another scheme credits beyond its days counts too, for that is what
  /// it notifies (987/2009 Art 13(3); BSG B 5 R 54/11 R: nine months in France, five quarters).
  private func room(
    for value: ExactDecimal, in year: Int, of foreign: ForeignRecord, beside taken: YearSeries,
    over months: MonthSet, spans: [Span]
  ) -> ExactDecimal {
    let whole = foreign.months.count(in: year, alsoIn: months)
    let shared =
      unit == .day && whole > 0
      ? min(scaled(whole), days(in: year, of: foreign, over: months, spans)) : scaled(whole)
    let covered = min(ExactDecimal(shared), taken[year] ?? ExactDecimal(shared))
    let touched = ExactDecimal(scaled(foreign.months.count(in: year)))
    let most =
      side.overlap == .european
      ? max(value, touched) : foreign.isCertified ? ExactDecimal(perYear) : touched
    return max(.zero, most.minus(covered))
  }

  /// The days of the shared months that both cover, a whole month as the scheme counts it.
  private func days(
    in year: Int, of foreign: ForeignRecord, over months: MonthSet, _ spans: [Span]
  ) -> Int {
    let theirs = foreign.record.merged(.any)
    return (1...12).reduce(0) { sum, number in
      guard let month = Month(year: year, month: number), months.contains(month),
        foreign.months.contains(month)
      else { return sum }
      let both = theirs.reduce(0) { inner, span in
        guard let part = span.intersection(month.span) else { return inner }
        return inner + spans.reduce(0) { $0 + ($1.intersection(part)?.days ?? 0) }
      }
      return sum + (both >= month.length ? scaled(1) : min(both, scaled(1)))
    }
  }

  /// Months as units of the counting scheme; a part is a whole one.
  private func scaled(_ months: Int) -> Int { (months * perYear + 11) / 12 }

  // MARK: Classes

  /// The counted units by rank; a year of several ranks is shared in the order of Art 12.
  private func byClass(_ counted: YearSeries, _ foreign: ForeignRecord) -> [PeriodType.Rank:
    YearSeries]
  {
    var result: [PeriodType.Rank: YearSeries] = [:]
    if foreign.ranks.count == 1, let only = foreign.ranks.first?.rank {
      return onlyClass(only, counted, foreign)
    }
    for (year, value) in counted {
      var left = value
      for (rank, months) in foreign.ranks where left.signum > 0 {
        let share = min(left, ExactDecimal(scaled(months.count(in: year))))
        if share.signum > 0 {
          result[rank, default: .empty][year] = share
          left = left.minus(share)
        }
      }
      // A certified sum above its dates belongs to the best rank of the year.
      if left.signum > 0, let best = PeriodType.Rank.allCases.first(where: { result[$0] != nil }) {
        let sum = (result[best]?[year] ?? .zero).plus(left)
        result[best]?[year] = sum
      }
    }
    return result
  }

  /// The same where all periods are of one rank: it has every year its dates touch.
  private func onlyClass(
    _ rank: PeriodType.Rank, _ counted: YearSeries, _ foreign: ForeignRecord
  ) -> [PeriodType.Rank: YearSeries] {
    var series = counted
    var isEmpty = true
    for (year, value) in counted {
      // Before the first year with dates a sum belongs to no rank.
      if value.signum > 0, !isEmpty || foreign.months.count(in: year) > 0 {
        isEmpty = false
      } else {
        series[year] = nil
      }
    }
    return isEmpty ? [:] : [rank: series]
  }
}
