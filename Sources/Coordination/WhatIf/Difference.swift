import Formula
import Quantities

/// The answers before and after a change, scheme by scheme.
public struct Difference: Sendable {
  /// What one scheme pays before and after.
  public struct Row: Sendable {
    public let scheme: String
    public let country: Country
    public let before: SchemeResult?
    public let after: SchemeResult?

    /// After less before, where both are in one currency and for the same stretch of time.
    public var gain: ExactDecimal? {
      guard let after = after?.amounts, let paidAfter = after.paid else {
        return before?.amounts?.paid.map { ExactDecimal.zero.minus($0) }
      }
      guard let before = before?.amounts, let paidBefore = before.paid else { return paidAfter }
      guard before.currency == after.currency, before.per == after.per else { return nil }
      return paidAfter.minus(paidBefore)
    }
  }

  public let before: CaseResult
  public let after: CaseResult
  /// What was taken for granted to make the change.
  public let assumptions: [Phrase]
  public let rows: [Row]

  public init(from before: CaseResult, to after: CaseResult, assumptions: [Phrase]) {
    self.before = before
    self.after = after
    self.assumptions = assumptions
    var names: [(String, Country)] = before.schemes.map { ($0.scheme, $0.country) }
    names += after.schemes.map { ($0.scheme, $0.country) }
      .filter { new in !before.schemes.contains { $0.scheme == new.0 } }
    rows = names.map { name, country in
      Row(
        scheme: name, country: country, before: before.schemes.first { $0.scheme == name },
        after: after.schemes.first { $0.scheme == name })
    }
  }
}
