import Formula
import Quantities

/// The answer to one case.
public struct CaseResult: Sendable {
  public var id: String?
  public var schemes: [SchemeResult]
  /// Countries with periods for which the rule book has no scheme.
  public var uncovered: [Country]
  /// What each pair of countries is linked by at the claim date.
  public var coverage: [CoverageResult]
  public var transfers: [Transfer]
  public var losses: [Loss]
  public var warnings: [Phrase]
  public var ruleBookDate: String
  public var ruleBookHash: String

  /// The least certain value any of its amounts rests on.
  public var certainty: Certainty { schemes.map(\.certainty).min() ?? .primary }
}
