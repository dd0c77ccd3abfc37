/// The names of one scheme with their checked formulas.
///
/// A reference, so that a run of it copies nothing.
public final class RuleSet: @unchecked Sendable {
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
  let codeBook: CodeBook
  /// The values of the parameters as plain memory, which `parameters` own.
  let tables: UnsafeMutablePointer<ParameterTable>
  /// The inputs that say over which years a yearly step runs.
  let firstYearInput: Int?
  let lastYearInput: Int?

  init(
    schemeUnit: Unit, inputs: [InputDeclaration], parameters: [Parameter], steps: [CheckedStep],
    unreadParameters: [Int], unreachableExceptions: [(step: Int, exception: Int)],
    stepIndex: [String: Int], inputIndex: [String: Int], parameterIndex: [String: Int],
    codeBook: CodeBook
  ) {
    self.schemeUnit = schemeUnit
    self.inputs = inputs
    self.parameters = parameters
    self.steps = steps
    self.unreadParameters = unreadParameters
    self.unreachableExceptions = unreachableExceptions
    self.stepIndex = stepIndex
    self.inputIndex = inputIndex
    self.parameterIndex = parameterIndex
    self.codeBook = codeBook
    tables = .allocate(capacity: max(1, parameters.count))
    for (index, parameter) in parameters.enumerated() {
      (tables + index).initialize(to: parameter.table)
    }
    firstYearInput = inputIndex["first_year"]
    lastYearInput = inputIndex["last_year"]
  }

  deinit { tables.deallocate() }

  /// The place of a step by its name.
  public func step(named name: String) -> Int? { stepIndex[name] }

  /// The place of an input by its name.
  public func input(named name: String) -> Int? { inputIndex[name] }

  /// The place of a parameter by its name.
  public func parameter(named name: String) -> Int? { parameterIndex[name] }

  /// What a step or parameter is called, by language; nil where the name means neither.
  func names(of name: String) -> [String: String]? {
    step(named: name).map { steps[$0].declaration.name }
      ?? parameter(named: name).map { parameters[$0].name }
  }
}
