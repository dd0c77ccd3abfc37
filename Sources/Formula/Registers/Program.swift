/// The register code of one formula.
struct Program: Sendable {
  var code: [Instruction] = []
  /// The register that holds the result.
  var result = 0
  var registerCount = 0
}

/// The register code of all formulas of a step.
final class StepProgram: Sendable {
  struct Alternative: Sendable {
    let condition: Program
    let formula: Program
  }

  let formula: Program
  let alternatives: [Alternative]
  let from: Program?
  let through: Program?
  let only: Program?

  init(_ step: CheckedStep) {
    func compiled(_ term: Term) -> Program {
      ProgramCompiler.compile(term, locals: step.localCount)
    }
    formula = compiled(step.formula)
    alternatives = step.alternatives.map {
      Alternative(condition: compiled($0.condition), formula: compiled($0.formula))
    }
    from = step.from.map(compiled)
    through = step.through.map(compiled)
    only = step.only.map(compiled)
  }
}
