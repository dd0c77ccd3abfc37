import Quantities

/// Money as a person reads it: `USD 1,234.50`.
public enum MoneyText {
  /// The amount with the currency's usual decimals (more where the exact value has more).
  public static func text(_ amount: ExactDecimal, _ currency: Currency) -> String {
    "\(currency.code) \(number(amount, places: currency.minorUnits ?? 2))"
  }

  /// A number with thousands separated, rounded half up for reading.
  public static func number(_ amount: ExactDecimal, places: Int) -> String {
    amount.grouped(places: places)
  }
}
