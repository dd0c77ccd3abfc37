import Quantities

extension Machine {
  /// Computes a step; `exception` is -1 where the general rule applied.
  func compute(_ step: UnsafeMutablePointer<StepProgram>, _ setting: Setting)
    throws(EvaluationError) -> (Cell, exception: Int)
  {
    let base = frontier.pointee.top
    // A run inside another may share its memory.
    guard base + step.pointee.frame <= frontier.pointee.registerCapacity else {
      throw .unsupported("steps that lean on each other too deeply")
    }
    frontier.pointee.top = base + step.pointee.frame
    defer { frontier.pointee.top = base }
    let locals = registers + base
    let frame = Frame(registers: locals, step: step, setting: setting)
    for slot in 0..<step.pointee.localCount { locals[slot] = Cell(false) }
    (locals + step.pointee.localCount).update(
      from: book.constants + step.pointee.firstConstant, count: step.pointee.lastingCount)
    let state = step.pointee.state
    frame[state + 1] = Cell(.choice, -1)
    let cadence = step.pointee.cadence
    guard cadence != .once else {
      let value = try run(step.pointee.body, frame)
      return (value, Int(frame[state + 1].a))
    }
    let isMonthly = cadence == .month
    let tag: Cell.Tag = isMonthly ? .months : .series
    let (from, through) = isMonthly ? try months(of: step, frame) : try years(of: step, frame)
    guard from <= through else { return (Cell(tag), -1) }
    guard through - from < mostYears * (isMonthly ? 12 : 1) else { throw .tooManyYears }
    let result = Cell(
      tag, memory.reserve(through - from + 1), count: through - from + 1, first: from)
    locals[0] = try key(from, isMonthly)
    // `a` is the year or month, `b` the last one, `c` the cell of year 0.
    frame[state] = Cell(.choice, from, count: through, first: Int(result.a) - from)
    try execute(step.pointee.body, frame)
    return (result, Int(frame[state + 1].a))
  }

  private var mostYears: Int { 250 }

  /// What the name of the year or month stands for in a step.
  @inline(__always)
  func key(_ key: Int, _ isMonth: Bool) throws(EvaluationError) -> Cell {
    guard isMonth else { return Cell(ExactDecimal(key)) }
    guard let month = Month(index: key) else { throw .notADay }
    return Cell(month.first)
  }

  /// A number brought to a multiple of a quantum.
  func rounded(_ cell: Cell, _ quantum: Int) throws(EvaluationError) -> Cell {
    guard cell.tag == .number else { return cell }
    let rounding = book.quanta + quantum
    do {
      return Cell(try cell.number.rounded(to: rounding.pointee.value, rounding.pointee.mode))
    } catch {
      throw EvaluationError(error)
    }
  }

  private func months(
    of step: UnsafeMutablePointer<StepProgram>, _ frame: Frame
  ) throws(EvaluationError) -> (Int, Int) {
    if let from = step.pointee.from, let through = step.pointee.through {
      let first = try day(run(from, frame)).calendarMonth.index
      return (Int(first), Int(try day(run(through, frame)).calendarMonth.index))
    }
    let (first, _) = try years(of: step, frame)
    noteDay()
    return (first * 12, Int(start.calendarMonth.index) - 1)
  }

  private func years(
    of step: UnsafeMutablePointer<StepProgram>, _ frame: Frame
  ) throws(EvaluationError) -> (Int, Int) {
    if step.pointee.cadence == .year, let from = step.pointee.from,
      let through = step.pointee.through
    {
      let first = try whole(run(from, frame))
      return (first, try whole(run(through, frame)))
    }
    guard let first = rules.firstYearInput, let last = rules.lastYearInput else { throw .notADay }
    let (from, through) = (try input(first, frame.setting), try input(last, frame.setting))
    guard from.tag == .number, through.tag == .number, let low = from.number.intValue,
      let high = through.number.intValue
    else { throw .notADay }
    return (low, high)
  }
}
