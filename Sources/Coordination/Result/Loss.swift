import Quantities

/// What one scheme would not pay if there were no agreements.
public struct Loss: Sendable, Hashable {
  public let scheme: String
  public let withAgreements: ExactDecimal?
  public let without: ExactDecimal?
  public let currency: Currency
  public let per: String
  /// Whether the right itself would be lost.
  public let rightLost: Bool
}
