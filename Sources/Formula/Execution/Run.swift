import Quantities

/// One computation of the steps of a scheme for one person; each step is computed once a setting.
///
/// A run is made for one thread. Its register code runs in a machine that copies of the run share.
/// The tree is walked as it stands: slower, but it is the plain reading of the rule.
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
  /// What runs the register code; nil for the tree.
  let machine: Machine?
  private var treeUses: Set<ParameterUse> = []
  private var treeWeakest = Certainty.primary
  private var treeProjected = false
  var setting = Setting.independent
  var locals: [Value] = []
  /// Longer spans of years are refused, so that every formula ends soon.
  static var mostYears: Int { 250 }

  /// - Parameter sharing: where other runs for the same record and day leave what they found;
  ///   such a run tells no outcomes, and of the values of the law it used only unverified ones.
  public init(
    _ rules: RuleSet, source: Source, reading: Reading = .registers, sharing: Sharing? = nil
  ) {
    self.rules = rules
    self.reading = reading
    self.source = source
    machine = reading == .registers ? Machine(rules, source: source, sharing: sharing) : nil
    outcomes =
      reading == .registers
      ? [] : Array(repeating: .notRun, count: rules.steps.count * Setting.allCases.count)
  }

  /// The values of the law used so far.
  public var uses: Set<ParameterUse> { machine.map { Set($0.uses) } ?? treeUses }

  /// The values among them that nobody has verified.
  public var unverifiedUses: Set<ParameterUse> {
    Set(
      (machine?.uses ?? Array(treeUses)).filter {
        rules.parameters[$0.parameter].unverifiedKeys.contains($0.rowKey)
      })
  }

  /// The least certain value of the law used so far.
  public var weakest: Certainty { machine?.weakest ?? treeWeakest }

  /// Whether a value was used beyond the day to which it is published.
  public var usedProjectedValue: Bool { machine?.usedProjectedValue ?? treeProjected }

  private func slot(_ step: Int, _ setting: Setting) -> Int {
    setting.rawValue * rules.steps.count + step
  }

  /// What became of a step; `notRun` if nothing has asked for it.
  public func outcome(of step: Int, in setting: Setting) -> StepOutcome {
    machine?.outcome(of: step, in: setting) ?? outcomes[slot(step, setting)]
  }

  /// Shares from now on what hangs on the first possible day of the kind of pension.
  public func share(earliest: Day) { machine?.share(earliest: earliest) }

  /// Whether a step that was computed comes to the same whenever the pension begins.
  ///
  /// Only a run that shares its outcomes can know; any other says no.
  public func isLasting(_ step: Int, in setting: Setting) -> Bool {
    machine?.isLasting(step, in: setting) ?? false
  }

  /// Gives a step its value from outside, such as a pro rata amount or a certified figure.
  public mutating func fix(_ step: Int, in setting: Setting, to value: Value) {
    if let machine { return machine.fix(step, in: setting, to: value) }
    outcomes[slot(step, setting)] = .value(value, exception: nil)
  }

  /// The value of a step in a setting.
  ///
  /// - Throws: `EvaluationError` where data are missing or a number is too large.
  public mutating func value(of step: Int, in wanted: Setting) throws(EvaluationError) -> Value {
    if let machine { return machine.value(try machine.step(step, in: wanted)) }
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
      let result = try compute(rules.steps[step])
      outcomes[index] = .value(result.value, exception: result.exception)
      return result.value
    } catch {
      outcomes[index] = .failed(error)
      throw error
    }
  }

  private mutating func compute(_ step: CheckedStep) throws(EvaluationError) -> (
    value: Value, exception: Int?
  ) {
    locals = Array(repeating: .truth(false), count: step.localCount)
    let isMonthly = step.declaration.cadence == .month
    guard step.declaration.cadence != .once else { return try computeOnce(step) }
    let (from, through) =
      isMonthly ? try months(of: step) : try years(of: step)
    guard from <= through else { return (isMonthly ? .months(.empty) : .series(.empty), nil) }
    guard through - from < Self.mostYears * (isMonthly ? 12 : 1) else { throw .tooManyYears }
    var series = YearSeries(firstYear: from, count: through - from + 1)
    var applied: Int?
    for key in from...through {
      locals[0] = isMonthly ? try firstDay(ofMonth: key) : .number(ExactDecimal(key))
      if let only = step.only, try !truth(only) { continue }
      let (value, exception) = try computeOnce(step)
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
  private mutating func months(of step: CheckedStep) throws(EvaluationError) -> (Int, Int) {
    if let from = step.from, let through = step.through {
      return (
        Int(try day(from).calendarMonth.index),
        Int(try day(through).calendarMonth.index)
      )
    }
    let (first, _) = try years(of: step)
    return (first * 12, Int(source.start.calendarMonth.index) - 1)
  }

  private mutating func years(of step: CheckedStep) throws(EvaluationError) -> (Int, Int) {
    if step.declaration.cadence == .year, let from = step.from, let through = step.through {
      return (try whole(from), try whole(through))
    }
    guard let first = rules.input(named: "first_year"), let last = rules.input(named: "last_year"),
      case .number(let from) = try source.value(of: first, in: setting),
      case .number(let through) = try source.value(of: last, in: setting),
      let low = from.intValue, let high = through.intValue
    else { throw .notADay }
    return (low, high)
  }

  private mutating func computeOnce(_ step: CheckedStep) throws(EvaluationError) -> (
    value: Value, exception: Int?
  ) {
    for (index, alternative) in step.alternatives.enumerated()
    where try truth(alternative.condition) {
      let value = try evaluate(alternative.formula)
      let rounding = alternative.rounding ?? step.declaration.rounding
      return (try rounded(value, rounding), index)
    }
    return (try rounded(try evaluate(step.formula), step.declaration.rounding), nil)
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
    if let machine { return try machine.row(index, key: key, on: day) }
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
    treeUses.insert(ParameterUse(parameter: index, key: key, rowKey: row.key))
    treeWeakest = min(treeWeakest, row.certainty)
    if projecting, parameter.shape == .yearly, row.key != key { treeProjected = true }
    return row.value
  }
}
