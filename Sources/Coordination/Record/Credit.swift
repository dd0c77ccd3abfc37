import Formula
import Quantities

/// What a record comes to in a scheme's own unit.
struct Credit {
  /// By calendar year; nil where the scheme credits one total.
  let byYear: YearSeries?
  let total: ExactDecimal

  static let none = Credit(byYear: .empty, total: .zero)

  init(byYear: YearSeries?, total: ExactDecimal) {
    self.byYear = byYear
    self.total = total
  }

  init(_ series: YearSeries) {
    byYear = series
    total = series.total
  }
}
