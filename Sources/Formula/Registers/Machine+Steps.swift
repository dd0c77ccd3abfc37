import Quantities

extension Machine {
  /// Computes a step; `exception` is -1 where the general rule applied.
  func compute(_ step: UnsafeMutablePointer<StepProgram>, _ setting: Setting)
    throws(EvaluationError) -> (Cell, exception: Int)
  {
    let base = frontier.pointee.top
    frontier.pointee.top = base + step.pointee.frame
    defer { frontier.pointee.top = base }
    let locals = registers + base
    for slot in 0..<step.pointee.localCount { locals[slot] = Cell(false) }
    (locals + step.pointee.localCount).update(
      from: book.constants + step.pointee.firstConstant, count: step.pointee.lastingCount)
    let cadence = step.pointee.cadence
    guard cadence != .once else { return try once(step, base, setting) }
    let isMonthly = cadence == .month
    let tag: Cell.Tag = isMonthly ? .months : .series
    let (from, through) =
      isMonthly ? try months(of: step, base, setting) : try years(of: step, base, setting)
    guard from <= through else { return (Cell(tag), -1) }
    guard through - from < mostYears * (isMonthly ? 12 : 1) else { throw .tooManyYears }
    let result = Cell(
      tag, memory.reserve(through - from + 1), count: through - from + 1, first: from)
    var applied = -1
    for key in from...through {
      if isMonthly {
        guard let month = Month(index: key) else { throw .notADay }
        locals[0] = Cell(month.first)
      } else {
        locals[0] = Cell(ExactDecimal(key))
      }
      if let only = step.pointee.only, try !truth(run(only, base, setting)) { continue }
      let (cell, exception) = try once(step, base, setting)
      if cell.tag == .number { frontier.pointee.cells[Int(result.a) + key - from] = cell }
      if exception >= 0 { applied = exception }
    }
    return (result, applied)
  }

  private var mostYears: Int { 250 }

  private func once(
    _ step: UnsafeMutablePointer<StepProgram>, _ base: Int, _ setting: Setting
  ) throws(EvaluationError) -> (Cell, exception: Int) {
    for index in 0..<step.pointee.alternativeCount {
      let alternative = book.alternatives + (step.pointee.firstAlternative + index)
      guard try truth(run(alternative.pointee.condition, base, setting)) else { continue }
      let value = try run(alternative.pointee.formula, base, setting)
      return (
        try rounded(value, alternative.pointee.rounding ?? step.pointee.rounding), index
      )
    }
    return (try rounded(run(step.pointee.formula, base, setting), step.pointee.rounding), -1)
  }

  private func rounded(_ cell: Cell, _ rounding: StepProgram.Quantum?) throws(EvaluationError)
    -> Cell
  {
    guard let rounding, cell.tag == .number else { return cell }
    do {
      return Cell(try cell.number.rounded(to: rounding.value, rounding.mode))
    } catch {
      throw EvaluationError(error)
    }
  }

  private func months(
    of step: UnsafeMutablePointer<StepProgram>, _ base: Int, _ setting: Setting
  ) throws(EvaluationError) -> (Int, Int) {
    if let from = step.pointee.from, let through = step.pointee.through {
      let first = try day(run(from, base, setting)).calendarMonth.index
      return (Int(first), Int(try day(run(through, base, setting)).calendarMonth.index))
    }
    let (first, _) = try years(of: step, base, setting)
    return (first * 12, Int(start.calendarMonth.index) - 1)
  }

  private func years(
    of step: UnsafeMutablePointer<StepProgram>, _ base: Int, _ setting: Setting
  ) throws(EvaluationError) -> (Int, Int) {
    if step.pointee.cadence == .year, let from = step.pointee.from,
      let through = step.pointee.through
    {
      let first = try whole(run(from, base, setting))
      return (first, try whole(run(through, base, setting)))
    }
    guard let first = rules.firstYearInput, let last = rules.lastYearInput else { throw .notADay }
    let (from, through) = (try input(first, setting), try input(last, setting))
    guard from.tag == .number, through.tag == .number, let low = from.number.intValue,
      let high = through.number.intValue
    else { throw .notADay }
    return (low, high)
  }

  // MARK: Reading cells

  func number(_ cell: Cell) throws(EvaluationError) -> ExactDecimal {
    guard cell.tag == .number else { throw .unsupported("a number was expected") }
    return cell.number
  }

  func truth(_ cell: Cell) throws(EvaluationError) -> Bool {
    guard cell.tag == .truth else { throw .unsupported("a condition was expected") }
    return cell.a != 0
  }

  func day(_ cell: Cell) throws(EvaluationError) -> Day {
    guard cell.tag == .date, let day = Day(number: Int(cell.a)) else {
      throw .unsupported("a date was expected")
    }
    return day
  }

  func whole(_ cell: Cell) throws(EvaluationError) -> Int {
    guard let whole = try number(cell).intValue, whole.magnitude < 1_000_000_000_000 else {
      throw .notADay
    }
    return whole
  }

  func requireSeries(_ cell: Cell) throws(EvaluationError) {
    guard cell.tag == .series || cell.tag == .months else {
      throw .unsupported("a series was expected")
    }
  }

  func ordinal(_ cell: Cell) throws(EvaluationError) -> Int {
    switch cell.tag {
    case .date, .choice, .country: return Int(cell.a)
    default: throw .unsupported("something that can be compared was expected")
    }
  }

  /// The number of a year or month; nil where the series has none.
  func element(of series: Cell, at key: Int) -> ExactDecimal? {
    let index = key - Int(series.c)
    guard index >= 0, index < Int(series.b) else { return nil }
    let item = element(series, index)
    return item.tag == .number ? item.number : nil
  }
}
