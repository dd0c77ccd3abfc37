import Quantities

/// The two sides of a condition that compares numbers, so that what is missing can be said.
public struct Comparison: Sendable, Hashable {
  public let left: ExactDecimal
  public let right: ExactDecimal
  public let unit: Unit
  /// Whether the left side must reach the right one (`>=`, `>`), not stay below it.
  public let mustReach: Bool

  /// How much the left side lacks; nil if it lacks nothing or must stay below.
  public var missing: ExactDecimal? {
    guard mustReach, left < right else { return nil }
    return try? right.subtracting(left)
  }
}

extension Run {
  /// The sides of a step whose formula is one comparison of numbers; nil for any other.
  ///
  /// - Throws: `EvaluationError` where a side has no value.
  public mutating func comparison(of step: Int, in wanted: Setting) throws(EvaluationError)
    -> Comparison?
  {
    let checked = rules.steps[step]
    guard case .compare(let comparison, let left, let right, let unit) = checked.formula,
      checked.alternatives.isEmpty
    else { return nil }
    let outer = (setting, locals)
    setting = wanted
    locals = Array(repeating: .truth(false), count: checked.localCount)
    defer { (setting, locals) = outer }
    return Comparison(
      left: try number(left), right: try number(right), unit: unit,
      mustReach: comparison == .greaterOrEqual || comparison == .greater)
  }
}
