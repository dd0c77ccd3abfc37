import Quantities

/// A kind of pension that opens after the first one and pays more.
public struct LaterPension: Sendable, Hashable {
  public let pension: String
  public let name: [String: String]
  public let from: Day
  /// In the currency and for the time of the amounts beside it.
  public let paid: ExactDecimal
}
