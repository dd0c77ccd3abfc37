import Quantities

/// What a sender wants to know: what it costs to send an amount from one country to another.
public struct RemitQuestion: Sendable, Hashable {
  public var corridor: Corridor
  /// In the send currency, above zero.
  public var amount: ExactDecimal
  public var sendCurrency: Currency
  public var payoutCurrency: Currency
  public var mode: CostMode
  /// Only services paid for in this way.
  public var payIn: PaymentChannel?
  /// Only services that pay out in this way.
  public var payOut: PaymentChannel?
  /// Seconds of age accepted at most before a live answer is wanted.
  public var maxAge: Int64?
  /// Whether no connection may be made.
  public var offline: Bool

  public init(
    corridor: Corridor, amount: ExactDecimal, sendCurrency: Currency, payoutCurrency: Currency,
    mode: CostMode, payIn: PaymentChannel? = nil, payOut: PaymentChannel? = nil,
    maxAge: Int64? = nil, offline: Bool = false
  ) {
    self.corridor = corridor
    self.amount = amount
    self.sendCurrency = sendCurrency
    self.payoutCurrency = payoutCurrency
    self.mode = mode
    self.payIn = payIn
    self.payOut = payOut
    self.maxAge = maxAge
    self.offline = offline
  }

  /// All that may fill a source's address, and so all that ever leaves the machine.
  var placeholders: [URLTemplate.Placeholder: String] {
    [
      .fromCountry: corridor.from.code, .toCountry: corridor.to.code,
      .fromCountry3: corridor.from.alpha3, .toCountry3: corridor.to.alpha3,
      .fromCurrency: sendCurrency.code, .toCurrency: payoutCurrency.code,
      .amount: amount.normalized.description,
    ]
  }

  /// What a source's reply must be about, as far as the source is asked for it.
  func replyQuestion(for source: PriceSource) -> ReplyQuestion {
    let asked = Set(source.url.placeholders)
    return ReplyQuestion(
      fromCurrency: asked.contains(.fromCurrency) ? sendCurrency.code : nil,
      toCurrency: asked.contains(.toCurrency) ? payoutCurrency.code : nil,
      amount: asked.contains(.amount) ? amount : nil, wantedFile: source.wantedFile,
      hosts: source.hosts)
  }
}
