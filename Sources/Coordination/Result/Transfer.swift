import Formula
import Quantities

/// How much of one country's periods another scheme can count, and under what.
public struct Transfer: Sendable, Hashable {
  public let from: Country
  public let to: String
  public let instrument: String?
  public let counted: ExactDecimal
  public let unit: PeriodUnit
  /// Why nothing counts, where nothing does.
  public let says: Phrase
}
