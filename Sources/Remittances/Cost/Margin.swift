import Quantities

/// The part of the cost that lies in the exchange rate.
public enum Margin: Sendable, Hashable {
  /// In per cent of what is converted; negative where the rate beats the reference.
  case known(ExactDecimal, against: Reference)
  /// Nobody said; this is not 0.
  case unknown

  /// What a margin was measured against.
  public enum Reference: Sendable, Hashable {
    /// A mid-market rate, with its source and date.
    case midMarket(MidMarketRate)
    /// The same currency goes in and comes out.
    case sameCurrency
    /// The source of the price states the margin, against a reference of its own on that day.
    case stated(SourceID, on: Day)
  }

  /// The margin in per cent; nil where it is not known.
  public var percent: ExactDecimal? {
    switch self {
    case .known(let percent, against: _): percent
    case .unknown: nil
    }
  }

  /// Whether the provider gives more than the reference rate, as in a promotion.
  public var isPromotional: Bool { percent.map(\.isNegative) ?? false }
}
