import Formula
import Quantities

/// A refund a person could ask for, and what it would take away.
public struct RefundResult: Sendable, Hashable {
  /// Where another scheme counts the periods the refund would erase.
  public struct Use: Sendable, Hashable {
    public let scheme: String
    public let counted: ExactDecimal
    public let unit: PeriodUnit
  }

  public let id: String
  public let name: [String: String]
  public let law: String
  /// What is paid back, in words.
  public let says: Phrase
  /// The first and the last day it can be asked for, where the law sets them.
  public let from: Day?
  public let until: Day?
  /// What is paid; nil where the rule book has no formula or something is missing.
  public let amount: ExactDecimal?
  public let currency: Currency
  /// The units of the scheme that would count nowhere afterwards.
  public let erases: ExactDecimal
  public let unit: PeriodUnit
  public let erasureLaw: String
  public let erasureSays: Phrase
  /// What must be known before the right to it is certain; empty where it is.
  public let missing: [Missing]
  public let certainty: Certainty
  /// The other schemes that count these periods now.
  public var countedBy: [Use] = []
}
