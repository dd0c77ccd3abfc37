import Quantities
import Remittances

/// Amounts, percentages and ages as tables of prices write them.
public enum PriceText {
  /// An amount with the decimals of its currency and commas between thousands: `12,722,259`.
  public static func amount(_ amount: ExactDecimal, _ currency: Currency) -> String {
    grouped(amount.text(places: currency.minorUnits ?? 2))
  }

  /// A percentage with two decimals, `?` where it is not known.
  public static func percent(_ percent: ExactDecimal?) -> String {
    percent.map { "\($0.text(places: 2)) %" } ?? "?"
  }

  /// How long ago, in the coarsest unit that still says something: `35 min`, `5 h`, `3 d`, `14 mo`.
  public static func age(seconds: Int64) -> String {
    switch max(0, seconds) {
    case ..<60: "now"
    case let count where count < 5_400: "\(count / 60) min"
    case let count where count < 172_800: "\(count / 3_600) h"
    case let count where count < 86_400 * 92: "\(count / 86_400) d"
    case let count where count < 86_400 * 731: "\(count / (86_400 * 30)) mo"
    case let count: "\(count / (86_400 * 365)) y"
    }
  }

  /// How long the money takes, in few letters; `?` where it is not known.
  public static func speed(_ speed: TransferSpeed) -> String {
    switch speed {
    case .withinHour: "< 1 hour"
    case .sixDaysOrMore: "6+ days"
    case .unknown: "?"
    default: speed.rawValue
    }
  }

  /// A rate with six significant digits, or all of them before the point.
  public static func rate(_ rate: ExactDecimal) -> String {
    var places = 5
    var bound = ExactDecimal.ten
    while places > 0, rate.magnitude >= bound, let next = try? bound.multiplied(by: .ten) {
      places -= 1
      bound = next
    }
    if rate.magnitude < .one { places = 8 }
    return grouped(rate.text(places: places))
  }

  private static func grouped(_ number: String) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let parts = number.dropFirst(sign.count).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = Array(parts.first ?? "")
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}
