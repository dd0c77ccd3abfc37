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
  let frontier: UnsafeMutablePointer<MachineMemory.Frontier>
  let start: Day
  let isProjection: Bool
  /// Where the outcome of a row in a setting stands; the rows are steps, inputs, records.
  let codes: UnsafeMutablePointer<UInt8>
  let own: OutcomeTable
  /// The run's own table, then those it shares.
  let levels: UnsafeMutablePointer<OutcomeTable.Level>
  /// What is the same whenever the pension begins; nil where the run shares nothing.
  let common: OutcomeTable.Level?
  /// The first year in which a pension that shares it can begin.
  let firstStartYear: ExactDecimal?
  /// Keeps what the run shares; nil where it shares nothing.
  private let runs: SharedRuns?
  private let pension: Int
  let isSharing: Bool
  let rowCount: Int
  /// The rows of facts.
  private let facts: Range<Int>
  var uses: [ParameterUse] = []
  var weakest = Certainty.primary
  var usedProjectedValue = false

  init(_ rules: RuleSet, source: any InputSource, sharing: Sharing? = nil) {
    self.rules = rules
    self.source = source
    runs = sharing?.runs
    pension = sharing?.pension ?? 0
    isSharing = sharing != nil
    book = rules.codeBook
    tables = rules.tables
    start = source.start
    isProjection = source.isProjection
    rowCount = book.stepCount + rules.inputs.count + book.memoFunctions.count
    own =
      sharing?.runs.lasting.borrow(rowCount * 4, takes: true)
      ?? OutcomeTable.borrow(rowCount * 4)
    levels = own.levels
    if let sharing {
      let plan = sharing.runs.plan
      codes = sharing.isCrediting ? plan.creditingCodes : plan.codes
      facts = plan.facts
      memory = sharing.runs.lasting.memory
      common = sharing.runs.lasting.level
      firstStartYear = sharing.runs.lasting.firstStart.map { ExactDecimal($0.year) }
      (levels[1], levels[2], levels[3]) = sharing.runs.levels(sharing.pension, sharing.earliest)
    } else {
      codes = book.plainCodes
      facts = 0..<0
      memory = MachineMemory.borrow(for: book)
      common = nil
      firstStartYear = nil
    }
    registers = memory.registers
    frontier = memory.frontier
  }

  deinit {
    if let runs { return runs.lasting.giveBack(own) }
    OutcomeTable.giveBack(own)
    MachineMemory.giveBack(memory)
  }

  /// Where the outcome of a row stands.
  private func place(_ row: Int, _ setting: Setting) -> (level: Int, slot: Int) {
    let code = Int(codes[row &* 4 &+ setting.rawValue])
    return (code >> 2, row &* 4 &+ (code & 3))
  }

  /// What became of a step.
  func outcome(of step: Int, in setting: Setting) -> StepOutcome {
    let (level, slot) = place(step, setting)
    let outcome = levels[level].outcomes + slot
    switch levels[level].states[slot] {
    case OutcomeTable.State.notRun: return .notRun
    case OutcomeTable.State.running: return .running
    case OutcomeTable.State.failed: return .failed(memory.errors[Int(outcome.pointee.error)])
    default:
      let exception = outcome.pointee.exception
      return .value(
        value(outcome.pointee.cell), exception: exception < 0 ? nil : Int(exception))
    }
  }

  /// Shares from now on what hangs on the first possible day of the kind of pension.
  func share(earliest: Day) {
    if let runs { levels[3] = runs.levels(pension, earliest).2 }
  }

  /// Whether a step that was computed comes to the same whenever the pension begins.
  func isLasting(_ step: Int, in setting: Setting) -> Bool {
    let (level, slot) = place(step, setting)
    return level == 1 && levels[level].states[slot] == OutcomeTable.State.value
      && levels[level].outcomes[slot].isLasting
  }

  func fix(_ step: Int, in setting: Setting, to value: Value) {
    let (level, slot) = place(step, setting)
    keep(cell(value), level, slot)
  }

  private func keep(_ cell: Cell, _ level: Int, _ slot: Int, exception: Int = -1) {
    (levels[level].outcomes + slot).initialize(
      to: OutcomeTable.Outcome(
        cell: cell, exception: Int32(truncatingIfNeeded: exception), error: 0, firstEvidence: 0,
        endOfEvidence: 0))
    levels[level].states[slot] = OutcomeTable.State.value
  }

  /// The value of a step in a setting, computed once.
  func step(_ step: Int, in setting: Setting) throws(EvaluationError) -> Cell {
    let (level, slot) = place(step, setting)
    let outcome = levels[level].outcomes + slot
    switch levels[level].states[slot] {
    case OutcomeTable.State.value:
      if level > 0 { take(level, slot) }
      return outcome.pointee.cell
    case OutcomeTable.State.failed:
      if level > 0 { take(level, slot) }
      throw memory.errors[Int(outcome.pointee.error)]
    case OutcomeTable.State.running: throw .circle(step)
    default:
      if adopt(level, slot) {
        take(level, slot)
        return outcome.pointee.cell
      }
    }
    levels[level].states[slot] = OutcomeTable.State.running
    let evidence = beginEvidence(level)
    do {
      let (cell, exception) = try compute(book.steps + step, setting)
      keep(cell, level, slot, exception: exception)
      endEvidence(evidence, level, slot)
      return cell
    } catch {
      keep(.absent, level, slot)
      memory.errors.append(error)
      outcome.pointee.error = Int32(memory.errors.count - 1)
      levels[level].states[slot] = OutcomeTable.State.failed
      endEvidence(evidence, level, slot)
      throw error
    }
  }

  /// The value of an input, asked of the source once a setting.
  func input(_ index: Int, _ setting: Setting) throws(EvaluationError) -> Cell {
    let row = book.stepCount &+ index
    let (level, slot) = place(row, setting)
    if level > 0 {
      if facts.contains(row) { noteFact(row) }
      if source.followsDay(index) { noteDay() }
    }
    if levels[level].states[slot] == OutcomeTable.State.value {
      return levels[level].outcomes[slot].cell
    }
    let found = cell(try source.value(of: index, in: setting))
    keep(found, level, slot)
    return found
  }

  /// What a class of periods comes to over the whole record; remembered.
  func record(
    _ function: RecordFunction, _ periods: PeriodSelection, memo: Int, _ setting: Setting
  ) throws(EvaluationError) -> Cell {
    let (level, slot) = place(book.stepCount &+ rules.inputs.count &+ memo, setting)
    if levels[level].states[slot] == OutcomeTable.State.value {
      return levels[level].outcomes[slot].cell
    }
    let found = cell(
      try source.record(function, periods, from: nil, through: nil, in: setting))
    keep(found, level, slot)
    return found
  }

  /// A value of the law on a day, or on the day the pension begins.
  func parameter(_ index: Int, on day: Day?) throws(EvaluationError) -> ExactDecimal {
    guard tables[index].shape != .constant else { return try row(index, key: 0, on: day) }
    if day == nil { noteDay() }
    return try row(index, key: Int((day ?? start).number), on: day)
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
    let isProjected = isProjection && shape == .yearly && entry.key != key
    if isProjected { usedProjectedValue = true }
    guard isSharing else {
      if uses.last?.parameter != index || uses.last?.key != key {
        uses.append(ParameterUse(parameter: index, key: key, rowKey: entry.key))
      }
      if entry.certainty < weakest { weakest = entry.certainty }
      return entry.value
    }
    if isProjected { note(Evidence(kind: .projection)) }
    // What is not published yet for one day may be for another.
    if isProjected
      || isProjection && (parameter.pointee.lasts ?? parameter.pointee.ended?.year) != nil
      || shape == .editions && day == nil
    {
      noteDay()
    }
    if entry.certainty < .primary { note(entry.certainty) }
    if entry.certainty == .unverified {
      note(
        Evidence(
          kind: .use, place: Int32(truncatingIfNeeded: index), key: key, rowKey: entry.key))
    }
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
