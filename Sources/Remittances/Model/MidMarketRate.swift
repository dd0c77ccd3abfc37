import Quantities

/// The rate between two currencies that a margin is measured against.
public struct MidMarketRate: Sendable, Hashable {
  /// The currency that is sent.
  public var base: Currency
  /// The currency that is received.
  public var quote: Currency
  /// Units of `quote` for one unit of `base`; above zero.
  public var rate: ExactDecimal
  /// The source and date that stand beside every margin.
  public var provenance: Provenance
  /// Whether sources disagree about this rate by more than one per cent, as on dual markets.
  public var isUncertain: Bool
  /// Whether the two currencies are bound by a parity, so that the rate cannot move.
  public var isPegged: Bool

  public init(
    base: Currency, quote: Currency, rate: ExactDecimal, provenance: Provenance,
    isUncertain: Bool = false, isPegged: Bool = false
  ) {
    self.base = base
    self.quote = quote
    self.rate = rate
    self.provenance = provenance
    self.isUncertain = isUncertain
    self.isPegged = isPegged
  }
}
