import Formula
import Quantities

/// Whether one condition of a right holds, and what it lacks.
public struct ConditionResult: Sendable, Hashable {
  public let id: String
  public let law: String
  public let holds: Bool
  /// A sentence with the figures put in.
  public let says: Phrase
  public let have: ExactDecimal?
  public let need: ExactDecimal?
  public let missing: ExactDecimal?
  /// The unit of the three figures.
  public let unit: String
}
