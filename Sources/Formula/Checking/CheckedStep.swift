/// A step whose formulas have been checked.
///
/// A reference, so that running it copies nothing.
public final class CheckedStep: Sendable {
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

  init(
    declaration: StepDeclaration, type: ValueType, formula: Term, alternatives: [Alternative],
    from: Term?, through: Term?, only: Term?, localCount: Int
  ) {
    self.declaration = declaration
    self.type = type
    self.formula = formula
    self.alternatives = alternatives
    self.from = from
    self.through = through
    self.only = only
    self.localCount = localCount
  }
}
