import Quantities

/// What one transfer costs, taken apart. All amounts are in the send currency, except `received`.
public struct TransferCost: Sendable, Hashable {
  /// An amount of money in a currency.
  public struct Received: Sendable, Hashable {
    public let amount: ExactDecimal
    public let currency: Currency

    public init(amount: ExactDecimal, currency: Currency) {
      self.amount = amount
      self.currency = currency
    }
  }

  /// The amount the question is about; every percentage is of it.
  public let amount: ExactDecimal
  /// Whether the fee is on top of the amount or taken out of it.
  public let mode: CostMode
  public let fee: ExactDecimal
  /// The fee in per cent of the amount.
  public let feePercent: ExactDecimal
  /// The exchange rate margin in per cent of what is converted.
  public let margin: Margin
  /// The margin in per cent of the amount; nil where it is not known.
  ///
  /// Equal to the margin itself with the fee on top. With the fee taken out, less is converted and
  /// the margin weighs by that much less.
  public let marginPercentOfAmount: ExactDecimal?
  /// Fee and margin in per cent of the amount; nil where the margin is not known.
  public let totalPercent: ExactDecimal?
  /// What leaves the sender.
  public let paid: ExactDecimal
  /// What is changed into the payout currency.
  public let converted: ExactDecimal
  /// What arrives; nil where the payout currency or the rate is not known.
  public let received: Received?
  /// The flags of the price and those of this calculation.
  public let flags: PriceFlags

  /// Whether this one is cheaper; a cost that is not known comes after all that are.
  public func isCheaper(than other: TransferCost) -> Bool {
    switch (totalPercent, other.totalPercent) {
    case (let left?, let right?): left < right
    case (.some, nil): true
    case (nil, .some): false
    // Of two unknown totals the lower fee is at least known to be lower.
    case (nil, nil): feePercent < other.feePercent
    }
  }
}
