import Quantities

/// Prices of services for one amount from one currency to another, as a comparison gives them.
///
/// The convention is "taken out": received = (sent − fee) × rate.
public struct QuoteSet: Sendable, Equatable {
  public let fromCurrency: String
  public let toCurrency: String
  /// What is paid in all, the fee included.
  public let sent: ExactDecimal
  public let quotes: [CollectedQuote]
  /// Quotes that could not be used, each with the reason.
  public let dropped: [String]

  public init(
    fromCurrency: String, toCurrency: String, sent: ExactDecimal, quotes: [CollectedQuote],
    dropped: [String]
  ) {
    self.fromCurrency = fromCurrency
    self.toCurrency = toCurrency
    self.sent = sent
    self.quotes = quotes
    self.dropped = dropped
  }

  /// The mid-market rate that the comparison itself rests on, with the time it was taken: the
  /// newest rate among the quotes marked as mid-market.
  public var midMarket: (rate: ExactDecimal, at: Instant)? {
    quotes.filter(\.isMidMarket).max { $0.collectedAt < $1.collectedAt }
      .map { ($0.rate, $0.collectedAt) }
  }
}

/// One service's price.
public struct CollectedQuote: Sendable, Equatable {
  public let provider: String
  /// The comparison's own short name of the provider.
  public let alias: String
  /// `bank`, `moneyTransferProvider`, `travelMoney`, or a newer word of the comparison's.
  public let kind: String
  /// Units received for one unit sent, after the fee.
  public let rate: ExactDecimal
  /// In the sending currency, taken out of the amount.
  public let fee: ExactDecimal
  /// The markup the comparison states, in percent of the mid-market rate.
  public let markup: ExactDecimal?
  /// What arrives, as the comparison states it.
  public let received: ExactDecimal?
  /// When the price was collected, which may be days before the reply.
  public let collectedAt: Instant
  /// The two-letter country this price is limited to, on either side.
  public let fromCountry: String?
  public let toCountry: String?
  /// How long delivery takes, in seconds.
  public let fastest: Int64?
  public let slowest: Int64?
  /// Whether `rate` is the mid-market rate.
  public let isMidMarket: Bool
}
