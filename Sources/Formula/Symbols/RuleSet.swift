/// The names of one scheme with their checked formulas.
public struct RuleSet: Sendable {
  /// The unit the scheme counts in.
  public let schemeUnit: Unit
  public let inputs: [InputDeclaration]
  public let parameters: [Parameter]
  public let steps: [CheckedStep]
  /// Parameters no formula reads, for the rule book's check.
  public let unreadParameters: [Int]
  /// Exceptions that can never apply, as (step, exception).
  public let unreachableExceptions: [(step: Int, exception: Int)]
  let stepIndex: [String: Int]
  let inputIndex: [String: Int]
  let parameterIndex: [String: Int]
  let programs: Programs

  /// The place of a step by its name.
  public func step(named name: String) -> Int? { stepIndex[name] }

  /// The place of an input by its name.
  public func input(named name: String) -> Int? { inputIndex[name] }

  /// The place of a parameter by its name.
  public func parameter(named name: String) -> Int? { parameterIndex[name] }
}
