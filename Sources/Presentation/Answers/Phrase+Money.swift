import Formula
import Quantities

extension Phrase {
  /// An amount of money for a stretch of time: `EUR 703.28 a month`.
  init(_ amount: ExactDecimal, _ currency: Currency, per: String) {
    self =
      switch per {
      case "month": "\(amount, currency) a month"
      case "year": "\(amount, currency) a year"
      case "week": "\(amount, currency) a week"
      case "day": "\(amount, currency) a day"
      case "quarter": "\(amount, currency) a quarter"
      default: "\(amount, currency)"
      }
  }
}
