import Quantities

extension PeriodUnit {
  /// The day moved by so many units of the civil calendar; nil outside it.
  func moving(_ day: Day, by count: Int) -> Day? {
    switch self {
    case .day: try? day.adding(days: count)
    case .week: try? day.adding(days: 7 * count)
    case .month: try? day.adding(months: count)
    case .quarter: try? day.adding(months: 3 * count)
    case .year: try? day.adding(years: count)
    }
  }
}
