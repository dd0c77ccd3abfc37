/// An amount in a currency.
@frozen
public struct Money: Sendable, Hashable {
  /// The amount, in whole units of the currency.
  public let amount: ExactDecimal
  /// The currency.
  public let currency: Currency

  /// Creates an amount in a currency.
  public init(_ amount: ExactDecimal, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// Creates an amount in a currency.
  public init(amount: ExactDecimal, currency: Currency) {
    self.init(amount, currency)
  }

  /// The sum; throws `currencyMismatch` for another currency, or an arithmetic error.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    try combined(other) { (a, b) throws(ArithmeticError) in try a.adding(b) }
  }

  /// The difference; throws `currencyMismatch` for another currency, or an arithmetic error.
  public func subtracting(_ other: Money) throws(MoneyError) -> Money {
    try combined(other) { (a, b) throws(ArithmeticError) in try a.subtracting(b) }
  }

  /// -1, 0 or 1 as this amount is below, equal to or above `other`.
  ///
  /// Throws `currencyMismatch` for another currency.
  public func compared(to other: Money) throws(MoneyError) -> Int {
    guard currency == other.currency else {
      throw .currencyMismatch(currency, other.currency)
    }
    return amount < other.amount ? -1 : (amount == other.amount ? 0 : 1)
  }

  /// The amount times a number.
  public func multiplied(by factor: ExactDecimal) throws(ArithmeticError) -> Money {
    Money(try amount.multiplied(by: factor), currency)
  }

  /// The amount over a number, as ``ExactDecimal/divided(by:)`` divides.
  public func divided(by divisor: ExactDecimal) throws(ArithmeticError) -> Money {
    Money(try amount.divided(by: divisor), currency)
  }

  /// The amount rounded to a multiple of `quantum`.
  public func rounded(
    to quantum: ExactDecimal, _ mode: RoundingMode
  ) throws(ArithmeticError) -> Money {
    Money(try amount.rounded(to: quantum, mode), currency)
  }

  /// The amount with its sign changed.
  public var negated: Money { Money(amount.negated, currency) }

  private func combined(
    _ other: Money,
    _ operation: (ExactDecimal, ExactDecimal) throws(ArithmeticError) -> ExactDecimal
  ) throws(MoneyError) -> Money {
    guard currency == other.currency else {
      throw .currencyMismatch(currency, other.currency)
    }
    do {
      return Money(try operation(amount, other.amount), currency)
    } catch {
      throw .arithmetic(error)
    }
  }
}

extension Money: CustomStringConvertible {
  /// The amount, with at least the currency's decimals, and the code: "12.50 EUR".
  public var description: String {
    let places = max(Int(amount.scale), currency.minorUnits ?? 0)
    return "\(amount.text(places: places)) \(currency)"
  }
}
