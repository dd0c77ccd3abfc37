/// What can go wrong with amounts of money.
public enum MoneyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Two amounts in different currencies were brought together.
  case currencyMismatch(Currency, Currency)
  /// The arithmetic failed.
  case arithmetic(ArithmeticError)

  /// The stable name of this error, independent of its wording.
  public var code: String {
    switch self {
    case .currencyMismatch: "money.currency-mismatch"
    case .arithmetic(let error): error.code
    }
  }

  /// What is wrong, as a phrase.
  public var description: String {
    switch self {
    case .currencyMismatch(let left, let right):
      "amounts in \(left) and \(right) cannot be combined without an exchange rate"
    case .arithmetic(let error): error.description
    }
  }
}
