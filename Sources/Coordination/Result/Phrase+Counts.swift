import Formula
import Quantities

extension Phrase {
  /// A number of units of time: `36 months`.
  public init(_ count: ExactDecimal, _ unit: PeriodUnit) {
    let isOne = count == 1
    self =
      switch unit {
      case .day: isOne ? "\(count) day" : "\(count) days"
      case .week: isOne ? "\(count) week" : "\(count) weeks"
      case .month: isOne ? "\(count) month" : "\(count) months"
      case .quarter: isOne ? "\(count) quarter" : "\(count) quarters"
      case .year: isOne ? "\(count) year" : "\(count) years"
      }
  }

  /// Own and foreign units beside each other: `28 own and 72 foreign quarters`.
  public init(own: ExactDecimal, foreign: ExactDecimal, _ unit: PeriodUnit) {
    self =
      switch unit {
      case .day: "\(own) own and \(foreign) foreign days"
      case .week: "\(own) own and \(foreign) foreign weeks"
      case .month: "\(own) own and \(foreign) foreign months"
      case .quarter: "\(own) own and \(foreign) foreign quarters"
      case .year: "\(own) own and \(foreign) foreign years"
      }
  }

  /// How fresh a country's list of its agreements is.
  public init(completeAsOf day: Day) { self = "complete as of \(day)" }
}
