import Formula
import Quantities

/// The answer for one scheme.
public struct SchemeResult: Sendable {
  public var scheme: String
  public var country: Country
  public var name: [String: String]
  public var status: Status
  /// The kind of pension awarded.
  public var pension: String?
  public var pensionName: [String: String] = [:]
  /// Whether own periods alone open the right, for the kind awarded or the nearest one.
  public var independent: RightResult?
  /// The right with foreign periods, where an instrument grants it.
  public var totalized: RightResult?
  /// Whether foreign periods were needed for the right.
  public var neededTotalization = false
  public var periods: PeriodTotals?
  public var foreign: [ForeignCredit] = []
  /// The instrument the amount rests on, then the others that were considered.
  public var instruments: [String] = []
  public var method: Method?
  public var methodLaw = ""
  public var amounts: Amounts?
  /// Own periods over all periods, where only the amount it is applied to is missing.
  public var proRataShare: Ratio?
  /// What a pension that begins later would be, where it is more than the one that opens first.
  public var later: [LaterPension] = []
  public var figures: [NamedFigure] = []
  public var export: ExportResult?
  public var missing: [Missing] = []
  /// What was taken for granted because the case did not say.
  public var assumptions: [Phrase] = []
  public var notes: [Cited] = []
  public var certainty = Certainty.primary
  /// The unverified values an amount rests on, by name.
  public var unverified: [Phrase] = []
  /// What the scheme would pay back instead, if asked.
  public var refunds: [RefundResult] = []
  public var worksheet: [WorksheetLine] = []

  public init(scheme: String, country: Country, name: [String: String], status: Status) {
    self.scheme = scheme
    self.country = country
    self.name = name
    self.status = status
  }
}
