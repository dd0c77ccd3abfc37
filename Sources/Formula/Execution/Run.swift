import Quantities

/// One computation of the steps of a scheme for one person; each step is computed once a setting.
///
/// A run is made for one thread. The tree is walked as it stands: slower than the register code
/// of `Machine`, but it is the plain reading of the rule, and it records what it used.
public struct Run<Source: InputSource> {
  public let rules: RuleSet
  public let source: Source
  /// Which reading of the rules computes.
  public enum Reading: Sendable {
    /// Register code: the fast one.
    case registers
    /// The checked tree as it stands: the tests' second opinion.
    case tree
  }

  let reading: Reading
  /// The outcomes, by setting then step.
  var outcomes: [StepOutcome]
  /// The values of the law used so far.
  public private(set) var uses: Set<ParameterUse> = []
  /// The least certain value of the law used so far.
  public private(set) var weakest = Certainty.primary
  /// Whether a value was used beyond the day to which it is published.
  public private(set) var usedProjectedValue = false
  var setting = Setting.independent
  var locals: [Value] = []
  /// Longer spans of years are refused, so that every formula ends soon.
  static var mostYears: Int { 250 }

  public init(_ rules: RuleSet, source: Source, reading: Reading = .registers) {
    self.rules = rules
    self.reading = reading
    self.source = source
    outcomes = Array(repeating: .notRun, count: rules.steps.count * Setting.allCases.count)
  }

  private func slot(_ step: Int, _ setting: Setting) -> Int {
    setting.rawValue * rules.steps.count + step
  }

  /// What became of a step; `notRun` if nothing has asked for it.
  public func outcome(of step: Int, in setting: Setting) -> StepOutcome {
    outcomes[slot(step, setting)]
  }

  /// Gives a step its value from outside, such as a pro rata amount or a certified figure.
  public mutating func fix(_ step: Int, in setting: Setting, to value: Value) {
    outcomes[slot(step, setting)] = .value(value, exception: nil)
  }

  /// The value of a step in a setting.
  ///
  /// - Throws: `EvaluationError` where data are missing or a number is too large.
  public mutating func value(of step: Int, in wanted: Setting) throws(EvaluationError) -> Value {
    let index = slot(step, wanted)
    switch outcomes[index] {
    case .value(let value, _): return value
    case .failed(let error): throw error
    case .running: throw .circle(step)
    case .notRun: break
    }
    outcomes[index] = .running
    let outer = (setting, locals)
    setting = wanted
    defer { (setting, locals) = outer }
    do {
      let result = try compute(rules.steps[step], rules.programs.steps[step])
      outcomes[index] = .value(result.value, exception: result.exception)
      return result.value
    } catch {
      outcomes[index] = .failed(error)
      throw error
    }
  }

  private mutating func compute(_ step: CheckedStep, _ program: StepProgram) throws(EvaluationError)
    -> (
      value: Value, exception: Int?
    )
  {
    locals = Array(repeating: .truth(false), count: step.localCount)
    let isMonthly = step.declaration.cadence == .month
    guard step.declaration.cadence != .once else { return try computeOnce(step, program) }
    let (from, through) =
      isMonthly ? try months(of: step, program) : try years(of: step, program)
    guard from <= through else { return (isMonthly ? .months(.empty) : .series(.empty), nil) }
    guard through - from < Self.mostYears * (isMonthly ? 12 : 1) else { throw .tooManyYears }
    var series = YearSeries(firstYear: from, count: through - from + 1)
    var applied: Int?
    for key in from...through {
      locals[0] = isMonthly ? try firstDay(ofMonth: key) : .number(ExactDecimal(key))
      if let only = step.only, try !Self.truth(try read(only, program.only)) { continue }
      let (value, exception) = try computeOnce(step, program)
      if case .number(let number) = value { series[key] = number }
      if let exception { applied = exception }
    }
    return (isMonthly ? .months(series) : .series(series), applied)
  }

  private func firstDay(ofMonth index: Int) throws(EvaluationError) -> Value {
    guard let month = Month(index: index) else { throw .notADay }
    return .date(month.first)
  }

  /// The months of a monthly step: those of the own record before the pension starts, if not said.
  private mutating func months(of step: CheckedStep, _ program: StepProgram) throws(EvaluationError)
    -> (Int, Int)
  {
    if let from = step.from, let through = step.through {
      return (
        Int(try Self.day(try read(from, program.from)).calendarMonth.index),
        Int(try Self.day(try read(through, program.through)).calendarMonth.index)
      )
    }
    let (first, _) = try years(of: step, program)
    return (first * 12, Int(source.start.calendarMonth.index) - 1)
  }

  private mutating func years(of step: CheckedStep, _ program: StepProgram) throws(EvaluationError)
    -> (Int, Int)
  {
    if step.declaration.cadence == .year, let from = step.from, let through = step.through {
      return (
        try Self.whole(try read(from, program.from)),
        try Self.whole(try read(through, program.through))
      )
    }
    guard let first = rules.input(named: "first_year"), let last = rules.input(named: "last_year"),
      case .number(let from) = try source.value(of: first, in: setting),
      case .number(let through) = try source.value(of: last, in: setting),
      let low = from.intValue, let high = through.intValue
    else { throw .notADay }
    return (low, high)
  }

  private mutating func computeOnce(_ step: CheckedStep, _ program: StepProgram)
    throws(EvaluationError) -> (
      value: Value, exception: Int?
    )
  {
    for (index, alternative) in step.alternatives.enumerated()
    where try Self.truth(
      try read(alternative.condition, program.alternatives[index].condition)
    ) {
      let value = try read(alternative.formula, program.alternatives[index].formula)
      let rounding = alternative.rounding ?? step.declaration.rounding
      return (try rounded(value, rounding), index)
    }
    return (
      try rounded(try read(step.formula, program.formula), step.declaration.rounding), nil
    )
  }

  /// The value of a formula in the reading of this run.
  private mutating func read(_ term: Term, _ program: Program?) throws(EvaluationError) -> Value {
    guard reading == .registers, let program else { return try evaluate(term) }
    return try execute(program)
  }

  private func rounded(_ value: Value, _ rounding: Rounding?) throws(EvaluationError) -> Value {
    guard let rounding, case .number(let number) = value else { return value }
    do {
      return .number(try number.rounded(to: rounding.quantum, rounding.mode))
    } catch {
      throw EvaluationError(error)
    }
  }

  /// Looks up a value of the law and notes that it was used.
  mutating func row(_ index: Int, key: Int, on day: Day?) throws(EvaluationError) -> ExactDecimal {
    let parameter = rules.parameters[index]
    let projecting = source.isProjection
    let row: Parameter.Row
    do {
      if parameter.shape == .editions {
        row = try parameter.row(for: key, on: day ?? source.start, projecting: projecting)
      } else {
        row = try parameter.row(for: key, projecting: projecting)
      }
    } catch {
      throw .missingParameter(index, key: key, error)
    }
    uses.insert(ParameterUse(parameter: index, key: key, rowKey: row.key))
    weakest = min(weakest, row.certainty)
    if projecting, parameter.shape == .yearly, row.key != key { usedProjectedValue = true }
    return row.value
  }
}
