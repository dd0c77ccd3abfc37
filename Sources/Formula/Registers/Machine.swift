import Quantities

/// Computes the steps of a scheme from register code, for one person on one thread.
///
/// Everything it touches in its loop is plain memory. Values of the outside come in once and are
/// kept as cells; ``Run`` hands results out again.
final class Machine {
  let rules: RuleSet
  let book: CodeBook
  let tables: UnsafeMutablePointer<ParameterTable>
  let source: any InputSource
  let memory: MachineMemory
  let registers: UnsafeMutablePointer<Cell>
  let outcomes: UnsafeMutablePointer<MachineMemory.Outcome>
  let known: UnsafeMutablePointer<Cell>
  let frontier: UnsafeMutablePointer<MachineMemory.Frontier>
  let start: Day
  let isProjection: Bool
  private var errors: [EvaluationError] = []
  private(set) var uses: [ParameterUse] = []
  private(set) var weakest = Certainty.primary
  private(set) var usedProjectedValue = false
  /// How many cells remember inputs, before those that remember records.
  let inputCount: Int

  init(_ rules: RuleSet, source: any InputSource) {
    self.rules = rules
    self.source = source
    book = rules.codeBook
    tables = rules.tables
    start = source.start
    isProjection = source.isProjection
    inputCount = rules.inputs.count
    memory = MachineMemory.borrow(
      registers: book.registerCount, outcomes: book.stepCount * Setting.allCases.count,
      known: (inputCount + book.memoCount) * Setting.allCases.count)
    registers = memory.registers
    outcomes = memory.outcomes
    known = memory.known
    frontier = memory.frontier
  }

  deinit { MachineMemory.giveBack(memory) }

  private func slot(_ step: Int, _ setting: Setting) -> Int {
    setting.rawValue &* book.stepCount &+ step
  }

  /// What became of a step.
  func outcome(of step: Int, in setting: Setting) -> StepOutcome {
    let outcome = outcomes[slot(step, setting)]
    switch outcome.state {
    case .notRun: return .notRun
    case .running: return .running
    case .failed: return .failed(errors[Int(outcome.error)])
    case .value:
      return .value(
        value(outcome.cell), exception: outcome.exception < 0 ? nil : Int(outcome.exception))
    }
  }

  func fix(_ step: Int, in setting: Setting, to value: Value) {
    outcomes[slot(step, setting)] = MachineMemory.Outcome(
      cell: cell(value), state: .value, exception: -1, error: 0)
  }

  /// The value of a step in a setting, computed once.
  func step(_ step: Int, in setting: Setting) throws(EvaluationError) -> Cell {
    let place = slot(step, setting)
    let outcome = outcomes + place
    switch outcome.pointee.state {
    case .value: return outcome.pointee.cell
    case .failed: throw errors[Int(outcome.pointee.error)]
    case .running: throw .circle(step)
    case .notRun: break
    }
    outcome.pointee.state = .running
    do {
      let (cell, exception) = try compute(book.steps + step, setting)
      outcome.pointee = MachineMemory.Outcome(
        cell: cell, state: .value, exception: Int32(exception), error: 0)
      return cell
    } catch {
      errors.append(error)
      outcome.pointee.state = .failed
      outcome.pointee.error = Int32(errors.count - 1)
      throw error
    }
  }

  /// The value of an input, asked of the source once a setting.
  func input(_ index: Int, _ setting: Setting) throws(EvaluationError) -> Cell {
    let place = known + (index &* 4 &+ setting.rawValue)
    if place.pointee.tag != .absent { return place.pointee }
    let found = cell(try source.value(of: index, in: setting))
    place.pointee = found
    return found
  }

  /// Looks up a value of the law and notes that it was used.
  func row(_ index: Int, key: Int, on day: Day?) throws(EvaluationError) -> ExactDecimal {
    let parameter = tables + index
    let shape = parameter.pointee.shape
    let entry: ParameterTable.Entry
    do {
      if shape == .editions {
        entry = try parameter.pointee.entry(
          for: key, on: day ?? start, projecting: isProjection)
      } else {
        entry = try parameter.pointee.entry(for: key, projecting: isProjection)
      }
    } catch {
      throw .missingParameter(index, key: key, error)
    }
    if uses.last?.parameter != index || uses.last?.key != key {
      uses.append(ParameterUse(parameter: index, key: key, rowKey: entry.key))
    }
    if entry.certainty < weakest { weakest = entry.certainty }
    if isProjection, shape == .yearly, entry.key != key { usedProjectedValue = true }
    return entry.value
  }

  // MARK: Values in and out

  /// A value as a cell; series and lists are laid into the memory.
  func cell(_ value: Value) -> Cell {
    switch value {
    case .number(let number): return Cell(number)
    case .truth(let truth): return Cell(truth)
    case .date(let day): return Cell(day)
    case .choice(let place): return Cell(.choice, place)
    case .country(let country): return Cell(.country, country.ordinal)
    case .series(let series): return cell(series, .series)
    case .months(let series): return cell(series, .months)
    case .dates(let days):
      let first = memory.reserve(days.count)
      for (index, day) in days.enumerated() { frontier.pointee.cells[first + index] = Cell(day) }
      return Cell(.dates, first, count: days.count)
    }
  }

  private func cell(_ series: YearSeries, _ tag: Cell.Tag) -> Cell {
    let first = memory.reserve(series.elements.count)
    for (year, number) in series {
      frontier.pointee.cells[first + year - series.firstYear] = Cell(number)
    }
    return Cell(tag, first, count: series.elements.count, first: series.firstYear)
  }

  /// A cell as a value of the outside.
  func value(_ cell: Cell) -> Value {
    switch cell.tag {
    case .number: return .number(cell.number)
    case .truth: return .truth(cell.a != 0)
    case .date: return Day(number: Int(cell.a)).map { .date($0) } ?? .truth(false)
    case .choice: return .choice(Int(cell.a))
    case .country: return Country(ordinal: Int(cell.a)).map { .country($0) } ?? .truth(false)
    case .series: return .series(series(cell))
    case .months: return .months(series(cell))
    case .dates:
      return .dates((0..<Int(cell.b)).compactMap { Day(number: Int(element(cell, $0).a)) })
    case .absent: return .truth(false)
    }
  }

  func series(_ cell: Cell) -> YearSeries {
    var series = YearSeries(firstYear: Int(cell.c), count: Int(cell.b))
    for index in 0..<Int(cell.b) {
      let item = element(cell, index)
      if item.tag == .number { series[Int(cell.c) + index] = item.number }
    }
    return series
  }

  /// One cell of a run.
  func element(_ cell: Cell, _ index: Int) -> Cell { frontier.pointee.cells[Int(cell.a) &+ index] }
}
