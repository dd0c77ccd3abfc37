import Quantities

/// The figures from which a cost is worked out.
public enum PriceBasis: Sendable, Hashable {
  /// A quote for one amount.
  case quote(Quote)
  /// The World Bank's two fixed baskets: the equivalents of 200 and 500 US dollars.
  case baskets(low: Basket, high: Basket?)

  /// What a provider asked for one amount.
  public struct Quote: Sendable, Hashable {
    /// What the sender wants to send, in the send currency; above zero.
    public var amount: ExactDecimal
    /// In the send currency.
    public var fee: ExactDecimal
    /// Whether the fee comes on top of the amount or out of it.
    public var mode: CostMode
    /// Payout units for one unit sent; nil where the provider does not say.
    public var rate: ExactDecimal?
    /// What the source says arrives, in the payout currency.
    public var received: ExactDecimal?
    /// The margin that the source itself states, in per cent.
    public var statedMargin: ExactDecimal?

    public init(
      amount: ExactDecimal, fee: ExactDecimal, mode: CostMode, rate: ExactDecimal?,
      received: ExactDecimal? = nil, statedMargin: ExactDecimal? = nil
    ) {
      self.amount = amount
      self.fee = fee
      self.mode = mode
      self.rate = rate
      self.received = received
      self.statedMargin = statedMargin
    }
  }

  /// The price of one basket; the fee stands on top of the amount.
  public struct Basket: Sendable, Hashable {
    /// The local amount, in the send currency; above zero.
    public var amount: ExactDecimal
    public var fee: ExactDecimal
    /// Payout units for one unit sent; nil where it was not disclosed.
    public var rate: ExactDecimal?
    /// In per cent of the amount; nil where it is not known.
    public var margin: ExactDecimal?

    public init(
      amount: ExactDecimal, fee: ExactDecimal, rate: ExactDecimal?, margin: ExactDecimal?
    ) {
      self.amount = amount
      self.fee = fee
      self.rate = rate
      self.margin = margin
    }
  }
}
