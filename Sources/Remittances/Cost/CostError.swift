import Quantities

/// Why a cost cannot be worked out.
public enum CostError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The amount to send is 0 or less.
  case amountNotPositive(ExactDecimal)
  /// The fee is to be taken out of the amount and leaves nothing.
  case feeTakesAll(fee: ExactDecimal, amount: ExactDecimal)
  /// The provider was asked about another amount, and one quote says nothing about others.
  case amountNotQuoted(asked: ExactDecimal, quoted: ExactDecimal)
  /// The reference rate is 0 or less.
  case midMarketNotPositive(ExactDecimal)
  /// The reference rate is between other currencies than the price.
  case otherCurrencies(expected: String, found: String)
  /// A figure is too large to be worked with exactly.
  case arithmetic(ArithmeticError)

  /// The stable name of this error.
  public var code: String {
    switch self {
    case .amountNotPositive: "cost.amount_not_positive"
    case .feeTakesAll: "cost.fee_takes_all"
    case .amountNotQuoted: "cost.amount_not_quoted"
    case .midMarketNotPositive: "cost.mid_market_not_positive"
    case .otherCurrencies: "cost.other_currencies"
    case .arithmetic(let error): error.code
    }
  }

  public var description: String {
    switch self {
    case .amountNotPositive(let amount): "the amount is \(amount); send more than 0"
    case .feeTakesAll(let fee, let amount):
      "the fee of \(fee) leaves nothing of \(amount); send more, or pay the fee on top"
    case .amountNotQuoted(let asked, let quoted):
      "this price is a quote for \(quoted), not for \(asked); ask the provider again"
    case .midMarketNotPositive(let rate): "the mid-market rate is \(rate); it must be above 0"
    case .otherCurrencies(let expected, let found):
      "the mid-market rate is \(found); the price needs \(expected)"
    case .arithmetic(let error): error.description
    }
  }
}
