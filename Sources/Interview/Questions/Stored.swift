import Coordination
import Quantities

/// Answers as they are kept: texts that no language changes.
enum Stored {
  /// Stands for an amount that is the average of all insured.
  static let average = "~"

  static func words(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }

  static func days(_ text: String) -> [Day]? {
    let parts = words(text)
    let days = parts.compactMap { Day($0) }
    return days.count == parts.count ? days : nil
  }

  static func countries(_ text: String) -> [Country]? {
    let parts = words(text)
    let countries = parts.compactMap { Country($0) }
    return countries.count == parts.count ? countries : nil
  }

  /// `2600 month EUR`.
  static func wage(_ text: String) -> (amount: ExactDecimal, per: PeriodUnit, currency: Currency)? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let amount = ExactDecimal(parts[0]), !amount.isNegative,
      let per = PeriodUnit(rawValue: String(parts[1])), let currency = Currency(parts[2])
    else { return nil }
    return (amount, per, currency)
  }

  static func wage(_ amount: ExactDecimal, _ per: PeriodUnit, _ currency: Currency) -> String {
    "\(amount) \(per.rawValue) \(currency.code)"
  }

  /// `13 quarter`.
  static func sum(_ text: String) -> (amount: ExactDecimal, unit: PeriodUnit)? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let amount = ExactDecimal(parts[0]), !amount.isNegative,
      let unit = PeriodUnit(rawValue: String(parts[1]))
    else { return nil }
    return (amount, unit)
  }

  static func sum(_ amount: ExactDecimal, _ unit: PeriodUnit) -> String {
    "\(amount) \(unit.rawValue)"
  }

  /// `1976=3,1977=4`.
  static func byYear(_ text: String) -> [Int: ExactDecimal]? {
    var values: [Int: ExactDecimal] = [:]
    for part in words(text) {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let year = Int(pair[0]), let value = ExactDecimal(pair[1]) else {
        return nil
      }
      values[year] = value
    }
    return values
  }

  static func byYear(_ values: [Int: ExactDecimal]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}
