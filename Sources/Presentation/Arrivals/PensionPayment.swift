import Coordination
import Quantities

/// How a pension is paid out: so much, so many times a year.
public struct PensionPayment: Sendable, Hashable {
  /// One payment, cut to the currency's smallest coin.
  public let amount: ExactDecimal
  public let currency: Currency
  /// Payments a year: 12, 13, 4, 1.
  public let times: Int
  /// `monthly`, `quarterly`, ...
  public let rhythm: String

  /// The payments of an amount; nil where no amount is paid or its rhythm is not known.
  ///
  /// A monthly amount paid 13 or 14 times a year is paid out that often; any other is spread
  /// evenly over the payments of its rhythm.
  public init?(_ amounts: Amounts?) {
    guard let amounts, let paid = amounts.paid, paid.signum > 0 else { return nil }
    let yearly: ExactDecimal?
    switch amounts.per {
    case "month":
      yearly = try? paid * ExactDecimal(amounts.rhythm == "monthly" ? amounts.payments : 12)
    case "quarter": yearly = try? paid * 4
    case "year": yearly = paid
    case "week": yearly = try? paid * 52
    default: yearly = nil
    }
    let times: Int? =
      switch amounts.rhythm {
      case "monthly": amounts.payments
      case "quarterly": 4
      case "yearly": 1
      case "every_4_weeks": 13
      case "every_2_weeks": 26
      case "weekly": 52
      default: nil
      }
    guard let yearly, let times, times > 0, let each = try? yearly / ExactDecimal(times),
      let cut = try? each.rounded(places: amounts.currency.minorUnits ?? 2, .down),
      cut.signum > 0
    else { return nil }
    amount = cut
    currency = amounts.currency
    self.times = times
    rhythm = amounts.rhythm
  }

  /// What the payments of a year come to.
  /// - Throws: `ArithmeticError` on overflow.
  public func yearly() throws(ArithmeticError) -> ExactDecimal { try amount * ExactDecimal(times) }

  /// Whether three payments can be sent together: a monthly or four-weekly rhythm.
  public var canBeBundled: Bool { times >= 12 }
}
