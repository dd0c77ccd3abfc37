import Quantities

/// Which benefit is asked for, and from when.
public struct Claim: Sendable, Hashable {
  public enum Benefit: String, Sendable, Hashable, CaseIterable { case oldAge = "old_age" }

  public var benefit: Benefit
  /// The first day of the pension; nil: the earliest day possible, scheme by scheme.
  public var from: Day?
  /// Another first day for single schemes, by scheme.
  public var starts: [String: Day]
  /// The day the amount is asked for; nil: the first day of the pension.
  public var asOf: Day?

  public init(
    benefit: Benefit = .oldAge, from: Day? = nil, starts: [String: Day] = [:], asOf: Day? = nil
  ) {
    self.benefit = benefit
    self.from = from
    self.starts = starts
    self.asOf = asOf
  }
}
