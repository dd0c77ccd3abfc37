/// Gathers the names of a scheme and checks their formulas into a rule set.
///
/// Steps may stand in any order; each is checked when it is first named, and a circle of steps is
/// a fault. All faults of all formulas are gathered, one for each formula.
public struct RuleSetBuilder {
  public let schemeUnit: Unit
  public private(set) var diagnostics: [Diagnostic] = []
  var inputs: [InputDeclaration] = []
  var parameters: [Parameter] = []
  var declarations: [StepDeclaration] = []
  var inputIndex: [String: Int] = [:]
  var parameterIndex: [String: Int] = [:]
  var stepIndex: [String: Int] = [:]
  var checked: [CheckedStep?] = []
  var beingChecked: [Int] = []
  var failed: Set<Int> = []
  var readParameters: Set<Int> = []
  /// Names whose own declarations have a fault already reported.
  var broken: Set<String> = []
  var unreachable: [(step: Int, exception: Int)] = []

  public init(schemeUnit: Unit) { self.schemeUnit = schemeUnit }

  public mutating func add(_ input: InputDeclaration, at location: SourceLocation? = nil) {
    guard isFree(input.name, at: location) else { return }
    inputIndex[input.name] = inputs.count
    inputs.append(input)
  }

  public mutating func add(_ parameter: Parameter) {
    guard isFree(parameter.id, at: parameter.location) else { return }
    parameterIndex[parameter.id] = parameters.count
    parameters.append(parameter)
  }

  public mutating func add(_ step: StepDeclaration) {
    guard isFree(step.id, at: step.location) else { return }
    stepIndex[step.id] = declarations.count
    declarations.append(step)
    checked.append(nil)
  }

  /// Makes a name known whose declaration had a fault, so that formulas naming it say no more.
  public mutating func addBroken(_ name: String, at location: SourceLocation) {
    guard isFree(name, at: location) else { return }
    broken.insert(name)
  }

  /// Records a fault found elsewhere in the same file, so that all are reported together.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Checks every step; nil if any fault was found (see `diagnostics`).
  public mutating func build() -> RuleSet? {
    for index in declarations.indices { _ = checkStep(index) }
    guard diagnostics.allSatisfy({ $0.severity != .error }), broken.isEmpty else { return nil }
    let steps = checked.compactMap { $0 }
    guard steps.count == declarations.count else { return nil }
    return RuleSet(
      schemeUnit: schemeUnit, inputs: inputs, parameters: parameters, steps: steps,
      unreadParameters: parameters.indices.filter { !readParameters.contains($0) },
      unreachableExceptions: unreachable, stepIndex: stepIndex, inputIndex: inputIndex,
      parameterIndex: parameterIndex, codeBook: CodeBook(compiling: steps, inputs: inputs)
    )
  }

  private mutating func isFree(_ name: String, at location: SourceLocation?) -> Bool {
    let place = location ?? SourceLocation(file: "inputs", line: 1, column: 1)
    guard name.isRuleName else {
      diagnostics.append(
        Diagnostic(
          "rule.bad-name", "'\(name)' cannot be a name",
          hint: "names are small letters, digits and underscores, beginning with a letter",
          at: place, length: name.count))
      return false
    }
    let isTaken =
      inputIndex[name] != nil || parameterIndex[name] != nil || stepIndex[name] != nil
    if isTaken {
      diagnostics.append(
        Diagnostic(
          "rule.duplicate-name", "'\(name)' already means something in this scheme",
          hint: "give one of the two another name", at: place, length: name.count))
    }
    return !isTaken
  }
}

extension String {
  /// Whether it is written as rule files write names.
  var isRuleName: Bool {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= first else {
      return false
    }
    return utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
    }
  }
}
