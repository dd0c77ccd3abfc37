import Formula
import Quantities

/// Earnings by calendar year, each in the currency that was legal tender in that year.
struct EarningsRecord {
  /// 0 in years without earnings, from birth to the year the amount is asked for.
  let byYear: YearSeries
  /// The years the case gives earnings for.
  let givenYears: YearSet
  /// Whether a figure is one typical wage, and so an estimate.
  let isEstimate: Bool

  /// - Parameter day: the day the amount is asked for; later work has not been done on it.
  /// - Throws: what is missing, where a currency cannot be converted by a fixed rate of the law.
  init(_ periods: [InsurancePeriod], of scheme: Scheme, person: Person, before day: Day)
    throws(Missing)
  {
    let years = person.born.year...max(person.born.year, day.year)
    var series = YearSeries(years, repeating: 0)
    var given = YearSet(years)
    var estimate = false
    for period in periods {
      guard let earnings = period.earnings, let worked = period.span.part(before: day) else {
        continue
      }
      let entries: [Earnings.Entry]
      switch earnings.content {
      case .entries(let list): entries = list
      case .typical(let amount, let per):
        estimate = true
        try Self.requireCurrency(of: earnings, over: worked, scheme)
        entries = Self.spread(amount, per: per, over: worked)
      }
      for entry in entries where years.contains(entry.year) && !entry.begins(onOrAfter: day) {
        let amount = try Self.inTender(
          entry.amount, earnings.currency, of: scheme, in: entry.year)
        guard let sum = try? (series[entry.year] ?? 0).adding(amount) else {
          throw Missing(
            .arithmetic, what: "earnings of \(entry.year)", ask: "the sum is too large to hold")
        }
        series[entry.year] = sum
        given.insert(entry.year)
      }
    }
    byYear = series
    givenYears = given
    isEstimate = estimate
  }

  /// A typical wage over the months of a span, by year; part months by their days.
  private static func spread(_ amount: ExactDecimal, per: PeriodUnit, over span: Span)
    -> [Earnings.Entry]
  {
    // The value of a whole month hangs on its length only: at most four are computed.
    var whole: [ExactDecimal?] = [nil, nil, nil, nil]
    // So does that of a whole year: two are.
    var years: [ExactDecimal?] = [nil, nil]
    return span.years.compactMap { year in
      guard let part = span.intersection(year: year) else { return nil }
      let isWhole =
        part.days >= 365 && part.first.dayOfMonth == 1 && part.first.month == 1
        && part.last.month == 12 && part.last.dayOfMonth == 31
      if isWhole, let known = years[part.days - 365] {
        return Earnings.Entry(year: year, amount: known)
      }
      var sum = ExactDecimal.zero
      for month in part.monthsTouched {
        guard let days = part.intersection(month.span)?.days else { continue }
        let place = days == month.length ? days - 28 : nil
        guard
          let cents = place.flatMap({ whole[$0] }) ?? wage(amount, per, days, of: month.length)
        else { continue }
        if let place { whole[place] = cents }
        sum = sum.plus(cents)
      }
      if isWhole { years[part.days - 365] = sum }
      return Earnings.Entry(year: year, amount: sum)
    }
  }

  /// A typical wage for some days of a month, in cents; nil where it is too large to hold.
  private static func wage(
    _ amount: ExactDecimal, _ per: PeriodUnit, _ part: Int, of month: Int
  ) -> ExactDecimal? {
    let (days, length) = (ExactDecimal(part), ExactDecimal(month))
    let value: ExactDecimal? =
      switch per {
      case .day: try? amount.multiplied(by: days)
      case .week: try? ExactDecimal.quotient(of: [amount, days], by: [7])
      case .month: try? ExactDecimal.quotient(of: [amount, days], by: [length])
      case .quarter: try? ExactDecimal.quotient(of: [amount, days], by: [3, length])
      case .year: try? ExactDecimal.quotient(of: [amount, days], by: [12, length])
      }
    return value.flatMap { try? $0.rounded(places: 2, .halfUp) }
  }

  /// One wage for years of several currencies, or of one that is gone, says which it is in.
  private static func requireCurrency(of earnings: Earnings, over span: Span, _ scheme: Scheme)
    throws(Missing)
  {
    guard earnings.currency == nil, let former = scheme.tender(in: span.first.year) else { return }
    throw Missing(
      .earnings, what: "the currency of the typical wage from \(span.first) to \(span.last)",
      ask: "add \"currency\": \(scheme.currency.code), or \(former.currency.code) of that time")
  }

  private static func inTender(
    _ amount: ExactDecimal, _ currency: Currency?, of scheme: Scheme, in year: Int
  ) throws(Missing) -> ExactDecimal {
    let tender = scheme.tender(in: year)
    guard let currency, currency != tender?.currency ?? scheme.currency else { return amount }
    let converted: ExactDecimal?
    if let tender, currency == scheme.currency {
      converted = try? amount.multiplied(by: tender.perUnit)
    } else if tender == nil,
      let former = scheme.formerCurrencies.first(where: { $0.currency == currency })
    {
      converted = try? amount.divided(by: former.perUnit)
    } else {
      converted = nil
    }
    guard let converted else {
      throw Missing(
        .earnings, what: "earnings of \(year) in \(currency.code)",
        ask:
          "give them in \((tender?.currency ?? scheme.currency).code), the currency of \(scheme.id) in \(year)"
      )
    }
    return converted
  }
}

extension Earnings.Entry {
  /// Whether the figure is of a month that begins on a day or later.
  fileprivate func begins(onOrAfter day: Day) -> Bool {
    guard let month, let first = Day(year: year, month: month, day: 1) else { return false }
    return first >= day
  }
}
