import Quantities

/// The register code of one formula: a stretch of the instructions of a code book.
struct Program {
  var first: Int32
  var end: Int32
  /// The register that holds the result.
  var result: Int32
}

/// The register code of all formulas of a step.
struct StepProgram {
  /// To which multiple a result is rounded.
  struct Quantum {
    let value: ExactDecimal
    let mode: RoundingMode

    init(_ rounding: Rounding) {
      value = rounding.quantum
      mode = rounding.mode
    }
  }

  /// Its formulas: the derogations and the general rule, for all years or months.
  let body: Program
  let cadence: StepDeclaration.Cadence
  let from: Program?
  let through: Program?
  let localCount: Int
  /// What the lasting registers begin with, in the table of constants; they follow the locals.
  let firstConstant: Int
  let lastingCount: Int
  /// Its stretch of the table of what fills lasting registers.
  let firstFilling: Int
  /// Two registers: the place of the year in the loop, and the derogation that applied.
  let state: Int32
  /// How many registers its formulas use.
  let frame: Int
  /// All its instructions.
  let code: Range<Int>
}

/// The register code of all steps of a scheme, in tables that never move.
///
/// Workers read it at the same time; it holds no references, so that reading counts none.
final class CodeBook: @unchecked Sendable {
  let instructions: UnsafeMutablePointer<Instruction>
  let constants: UnsafeMutablePointer<Cell>
  let operands: UnsafeMutablePointer<Int32>
  let steps: UnsafeMutablePointer<StepProgram>
  let quanta: UnsafeMutablePointer<StepProgram.Quantum>
  /// What fills lasting registers; an empty program for a constant.
  let fillings: UnsafeMutablePointer<Program>
  let stepCount: Int
  /// Room for every step being computed inside another, in each setting.
  let registerCount: Int
  /// Records without days that are remembered, by setting.
  let memoFunctions: [RecordFunction]
  /// Where outcomes stand in a run that shares none: each under its own setting.
  let plainCodes: UnsafeMutablePointer<UInt8>
  /// The longest list of operands.
  let mostOperands: Int

  init(compiling steps: [CheckedStep], inputs: [InputDeclaration]) {
    let start = inputs.firstIndex { $0.name == "start" && $0.type == .date }
    var compiler = ProgramCompiler(start: start)
    let programs = steps.map { compiler.compile($0) }
    func table<T>(_ array: [T]) -> UnsafeMutablePointer<T> {
      let pointer = UnsafeMutablePointer<T>.allocate(capacity: max(1, array.count))
      for (index, element) in array.enumerated() { (pointer + index).initialize(to: element) }
      return pointer
    }
    instructions = table(compiler.code)
    constants = table(compiler.constants)
    operands = table(compiler.operands)
    self.steps = table(programs)
    quanta = table(compiler.quanta)
    fillings = table(compiler.fillings)
    stepCount = steps.count
    registerCount = programs.reduce(16) { $0 + $1.frame } * Setting.allCases.count
    memoFunctions = compiler.memoFunctions
    let rows = steps.count + inputs.count + compiler.memoFunctions.count
    plainCodes = table((0..<rows * 4).map { UInt8($0 % 4) })
    mostOperands = compiler.mostOperands
  }

  deinit {
    instructions.deallocate()
    constants.deallocate()
    operands.deallocate()
    steps.deallocate()
    quanta.deallocate()
    fillings.deallocate()
    plainCodes.deallocate()
  }
}
