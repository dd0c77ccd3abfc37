import Quantities

/// What one service of one provider costs in one corridor, as one source says it.
public struct ServicePrice: Sendable, Hashable {
  /// The provider's name.
  public var provider: String
  /// The provider's kind in the source's words, for example `Bank`; nil if the source has none.
  public var providerKind: String?
  public var corridor: Corridor
  public var sendCurrency: Currency
  /// The currency paid out; nil where the source does not record it.
  public var payoutCurrency: Currency?
  /// How the sender pays.
  public var payIn: PaymentChannel
  /// How the receiver is paid.
  public var payOut: PaymentChannel
  /// How long the money takes.
  public var speed: TransferSpeed
  /// The figures.
  public var price: PriceBasis
  /// What must be said about the figures.
  public var flags: PriceFlags
  public var provenance: Provenance

  public init(
    provider: String, providerKind: String? = nil, corridor: Corridor, sendCurrency: Currency,
    payoutCurrency: Currency?, payIn: PaymentChannel = .unknown,
    payOut: PaymentChannel = .unknown, speed: TransferSpeed = .unknown, price: PriceBasis,
    flags: PriceFlags = [], provenance: Provenance
  ) {
    self.provider = provider
    self.providerKind = providerKind
    self.corridor = corridor
    self.sendCurrency = sendCurrency
    self.payoutCurrency = payoutCurrency
    self.payIn = payIn
    self.payOut = payOut
    self.speed = speed
    self.price = price
    self.flags = flags
    self.provenance = provenance
  }
}
