/// A step whose formulas have been checked.
public struct CheckedStep: Sendable {
  struct Alternative: Sendable {
    let condition: Term
    let formula: Term
    let rounding: Rounding?
  }

  public let declaration: StepDeclaration
  /// `number` for a plain step, `series` for a yearly one; also dates, conditions, words.
  public let type: ValueType
  let formula: Term
  let alternatives: [Alternative]
  let from: Term?
  let through: Term?
  let only: Term?
  /// How many local names its formulas use at once.
  let localCount: Int
}
