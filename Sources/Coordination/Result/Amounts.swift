import Formula
import Quantities

/// The amounts of a pension, in the currency and for the period of the scheme's result.
public struct Amounts: Sendable, Hashable {
  /// Which amount is paid.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case independent
    case totalized
    case proRata = "pro_rata"
  }

  public var independent: ExactDecimal?
  /// Own periods and own accrual where foreign periods opened the right.
  public var totalized: ExactDecimal?
  /// The amount as if all periods were own, at the step the ratio is applied to.
  public var theoretical: ExactDecimal?
  /// The theoretical amount × ratio, rounded and capped as the law says, at the same step.
  public var prorated: ExactDecimal?
  /// The time those two amounts are for; the steps after them may change it.
  public var proratedPer: String?
  /// How the one became the other: figures, and a cap where one binds.
  public var proratedSentence: Phrase = ""
  public var ratio: Ratio?
  /// The pension that follows from the prorated amount.
  public var proRata: ExactDecimal?
  /// What voluntary periods add that yield to compulsory ones abroad; part of `proRata`.
  public var voluntarySupplement: ExactDecimal?
  public var paid: ExactDecimal?
  /// What the State of residence adds up to its minimum benefit; not part of `paid`.
  public var minimumSupplement: ExactDecimal?
  public var basis: Basis?
  /// The claimant may choose the other amount.
  public var isChoice = false
  public var currency: Currency
  /// The time one amount is for: `month`, `year`, `week`.
  public var per: String
  /// How it is paid out: `monthly`, ...
  public var rhythm: String
  public var payments: Int
  public var from: Day?
  /// Whether it is an accrual under today's law, payable only later.
  public var isProjection = false
  /// Whether a value was not yet published and the newest one was used.
  public var usesLastPublished = false
}
