import Quantities

/// Choosing the best or worst years of a series.
struct SeriesSelection {
  let rates: YearSeries
  let weights: YearSeries

  /// The `count` highest or lowest numbers; of equal ones the earlier years first.
  static func select(highest: Bool, count: Int, of series: YearSeries) -> YearSeries {
    let years = sorted(series, highest: highest)
    var chosen = YearSeries(
      firstYear: series.span?.lowerBound ?? 0, count: series.span?.count ?? 0)
    for year in years.prefix(max(0, count)) { chosen[year] = series[year] }
    return chosen
  }

  /// The sum of rate × weight over the best or worst years, until the weights come to `amount`.
  ///
  /// The last year is taken in part. Years without a weight count as weight 0.
  func sum(highest: Bool, amount: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    var left = amount
    var total = ExactDecimal.zero
    for year in Self.sorted(rates, highest: highest) {
      guard left.signum > 0 else { break }
      guard let rate = rates[year], let weight = weights[year], weight.signum > 0 else { continue }
      let taken = min(left, weight)
      total = try total.adding(try rate.multiplied(by: taken))
      left = try left.subtracting(taken)
    }
    return total
  }

  private static func sorted(_ series: YearSeries, highest: Bool) -> [Int] {
    series.sorted {
      $0.value == $1.value ? $0.year < $1.year : highest ? $0.value > $1.value : $0.value < $1.value
    }.map(\.year)
  }
}
