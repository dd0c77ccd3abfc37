import Quantities

/// Money as a person reads it: `USD 1,234.50`.
public enum MoneyText {
  /// The amount with the currency's usual decimals (more where the exact value has more).
  public static func text(_ amount: ExactDecimal, _ currency: Currency) -> String {
    "\(currency.code) \(number(amount, places: currency.minorUnits ?? 2))"
  }

  /// A number with thousands separated, rounded half up for reading.
  public static func number(_ amount: ExactDecimal, places: Int) -> String {
    guard let rounded = try? amount.rounded(places: places, .halfUp) else {
      return amount.description
    }
    let text = rounded.magnitude.text(places: places)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.first.map(Array.init) ?? []
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    let sign = rounded.isNegative ? "-" : ""
    return parts.count > 1 ? "\(sign)\(grouped).\(parts[1])" : sign + grouped
  }
}
