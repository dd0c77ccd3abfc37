import Formula
import Quantities

extension Phrase {
  /// An amount of money for a stretch of time: `EUR 703.28 a month`.
  public init(_ amount: ExactDecimal, _ currency: Currency, per: String) {
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

  /// A number in a currency, or in one for a stretch of time, as money; any other with its unit.
  public init(readable number: ExactDecimal, unit: String) {
    let parts = unit.split(separator: "/")
    if parts.count <= 2, let first = parts.first, let currency = Currency(first) {
      self.init(number, currency, per: parts.count == 2 ? String(parts[1]) : "")
    } else {
      self.init(number, unit: unit)
    }
  }
}
