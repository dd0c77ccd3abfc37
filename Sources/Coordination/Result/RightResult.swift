import Quantities

/// The outcome of the conditions of one kind of pension in one setting.
public struct RightResult: Sendable, Hashable {
  public let pension: String
  public let isMet: Bool
  public let conditions: [ConditionResult]
  /// The first day the pension can be paid by age.
  public let earliest: Day?
  /// The first day the conditions would be met if insurance went on without a gap.
  public internal(set) var opensOn: Day?
}
