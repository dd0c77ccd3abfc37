import Quantities

extension Machine {
  /// What the register code of a formula yields.
  func run(_ program: Program, _ frame: Frame) throws(EvaluationError) -> Cell {
    try execute(program, frame)
    return try cell(program.result, frame)
  }

  func execute(_ program: Program, _ frame: Frame) throws(EvaluationError) {
    let code = book.instructions
    var position = Int(program.first)
    let end = Int(program.end)
    while position < end {
      let instruction = code[position]
      position &+= 1
      switch instruction {
      case .constant(let index, let target): frame[target] = book.constants[Int(index)]
      case .input(let index, let target): frame[target] = try input(Int(index), frame.setting)
      case .fill(let place): _ = try cell(place, frame)
      case .move(let from, let target): frame[target] = try cell(from, frame)
      case .setting(let target): frame[target] = Cell(.choice, frame.setting.rawValue)
      case .step(let index, let other, let target):
        frame[target] = try step(Int(index), in: Setting(rawValue: Int(other)) ?? frame.setting)
      case .parameter(let index, let on, let target):
        frame[target] = Cell(try parameter(Int(index), on: on < 0 ? nil : try day(on, frame)))
      case .row(let index, let key, let on, let target):
        let date: Day? = on < 0 ? nil : try day(on, frame)
        frame[target] = Cell(
          try row(Int(index), key: try self.key(try cell(key, frame), of: Int(index)), on: date))
      case .negate(let operand, let target):
        frame[target] = Cell(try number(operand, frame).negated)
      case .add(let left, let right, let target):
        let (a, b) = (try number(left, frame), try number(right, frame))
        do { frame[target] = Cell(try a.adding(b)) } catch { throw EvaluationError(error) }
      case .subtract(let left, let right, let target):
        let (a, b) = (try number(left, frame), try number(right, frame))
        do { frame[target] = Cell(try a.subtracting(b)) } catch { throw EvaluationError(error) }
      case .product(let above, let below, let target):
        frame[target] = Cell(try product(above, below, frame))
      case .compare(let comparison, let left, let right, let target):
        frame[target] = Cell(try holds(comparison, left, right, frame))
      case .compareOrdinals(let comparison, let left, let right, let target):
        let (a, b) = (try ordinal(left, frame), try ordinal(right, frame))
        frame[target] = Cell(comparison.holds(a, b))
      case .not(let operand, let target): frame[target] = Cell(try !truth(operand, frame))
      case .jump(let target): position = Int(target)
      case .jumpUnless(let test, let target):
        if try !truth(test, frame) { position = Int(target) }
      case .jumpIf(let test, let target):
        if try truth(test, frame) { position = Int(target) }
      case .jumpComparing(let comparison, let left, let right, let value, let target):
        if try holds(comparison, left, right, frame) == value { position = Int(target) }
      case .jumpComparingStart(let comparison, let left, let input, let value, let target):
        let (year, start) = (try number(left, frame), try startYear(Int(input), year: left, frame))
        if comparison.holds(year, start) == value { position = Int(target) }
      case .jumpContaining(let series, let key, let value, let target):
        let (all, place) = (try self.series(series, frame), try whole(key, frame))
        if (element(of: all, at: place) != nil) == value { position = Int(target) }
      case .shift(let from, let amount, let period, let backwards, let target):
        let first = try day(from, frame)
        let count = try whole(amount, frame)
        guard let moved = period.shift(first, by: backwards ? 0 - count : count) else {
          throw .notADay
        }
        frame[target] = Cell(moved)
      case .function(let function, let arguments, let target):
        frame[target] = try apply(function, arguments, frame)
      case .known(let index, let target): frame[target] = Cell(source.isKnown(Int(index)))
      case .record(let function, let periods, let dates, let memo, let target):
        frame[target] = try record(function, periods, dates, Int(memo), frame)
      case .element(let series, let input, let key, let target):
        frame[target] = Cell(try element(series, key, input, frame))
      case .contains(let series, let key, let target):
        let (all, place) = (try self.series(series, frame), try whole(key, frame))
        frame[target] = Cell(element(of: all, at: place) != nil)
      case .loopYears(let from, let through, let variable, let state, let end):
        let (lower, upper) = (try cell(from, frame), try cell(through, frame))
        let (first, last) = (try whole(lower), try whole(upper))
        guard last - first < 250 || first > last else { throw .tooManyYears }
        // The number is the first year; `a` counts up to `b`.
        frame[state] = Cell(.number, 0, count: max(-1, last - first))
        frame.pointer(state).pointee.number = ExactDecimal(first)
        frame[state + 1] = Cell(.absent)
        if first <= last {
          frame[variable] = Cell(ExactDecimal(first))
        } else {
          position = Int(end)
        }
      case .loopDays(let list, let isSorted, let variable, let state, let end):
        let days = try self.days(try cell(list, frame), isSorted: isSorted)
        frame[state] = Cell(.date, 0, count: Int(days.b) - 1, first: Int(days.a))
        frame[state + 1] = Cell(.absent)
        if days.b > 0 {
          frame[variable] = frontier.pointee.cells[Int(days.a)]
        } else {
          position = Int(end)
        }
      case .next(let variable, let state, let body):
        let loop = frame.pointer(state)
        let next = loop.pointee.a &+ 1
        if next <= loop.pointee.b {
          loop.pointee.a = next
          frame[variable] =
            loop.pointee.tag == .number
            ? Cell(ExactDecimal((loop.pointee.number.intValue ?? 0) &+ Int(next)))
            : frontier.pointee.cells[Int(loop.pointee.c &+ next)]
          position = Int(body)
        }
      case .round(let value, let quantum, let target):
        frame[target] = try rounded(try cell(value, frame), Int(quantum))
      case .apply(let derogation, let state): frame.pointer(state + 1).pointee.a = derogation
      case .keep(let value, let applied, let state):
        let loop = frame.pointer(state)
        let found = try cell(value, frame)
        if found.tag == .number {
          frontier.pointee.cells[Int(loop.pointee.c &+ loop.pointee.a)] = found
        }
        if applied >= 0 { frame.pointer(state + 1).pointee.a = applied }
      case .nextKey(let isMonth, let state, let body):
        let loop = frame.pointer(state)
        guard loop.pointee.a < loop.pointee.b else { continue }
        loop.pointee.a &+= 1
        frame[0] = try key(Int(loop.pointee.a), isMonth)
        position = Int(body)
      default: try runOnSeries(instruction, frame)
      }
    }
  }

  /// The year of the first day of the pension, to compare a year with.
  private func startYear(_ index: Int, year place: Int32, _ frame: Frame) throws(EvaluationError)
    -> ExactDecimal
  {
    let followsDay = frontier.pointee.followsDay
    let start = try day(try input(index, frame.setting))
    // A year before every day the outcome may serve compares alike with all of them.
    if let firstStartYear, try number(place, frame) < firstStartYear {
      frontier.pointee.followsDay = followsDay
    }
    return ExactDecimal(start.year)
  }

  @inline(__always)
  private func holds(
    _ comparison: Term.Comparison, _ left: Int32, _ right: Int32, _ frame: Frame
  ) throws(EvaluationError) -> Bool {
    let (a, b) = (try number(left, frame), try number(right, frame))
    return comparison.holds(a, b)
  }

  /// The key of a row: a day number for a table by date, else a whole number.
  private func key(_ cell: Cell, of index: Int) throws(EvaluationError) -> Int {
    let shape = tables[index].shape
    if shape == .table(.date) { return Int(try day(cell).number) }
    let value = try number(cell)
    if value.scale == 0, let whole = value.intValue { return whole }
    guard let floor = try? value.rounded(to: 1, .floor), let whole = floor.intValue,
      shape == .table(.number) || floor == value
    else { throw .notADay }
    return whole
  }

  @inline(__always)
  private func product(
    _ above: Instruction.Operands, _ below: Instruction.Operands, _ frame: Frame
  ) throws(EvaluationError) -> ExactDecimal {
    guard above.count > 0, above.count &+ below.count == 2 else {
      return try quotient(above, below, frame)
    }
    let isProduct = below.count == 0
    let left = try number(book.operands[Int(above.first)], frame)
    let right = try number(
      book.operands[isProduct ? Int(above.first) &+ 1 : Int(below.first)], frame)
    do {
      return try isProduct ? ExactDecimal.product(left, right) : left.divided(by: right)
    } catch {
      throw EvaluationError(error)
    }
  }

  private func quotient(
    _ above: Instruction.Operands, _ below: Instruction.Operands, _ frame: Frame
  ) throws(EvaluationError) -> ExactDecimal {
    let (upper, all) = (Int(above.count), Int(above.count &+ below.count))
    func place(_ index: Int) -> Int32 {
      book.operands[
        index < upper ? Int(above.first) &+ index : Int(below.first) &+ index &- upper]
    }
    // Filling a register may need this memory too: all are filled before it is used.
    for index in 0..<all { _ = try number(place(index), frame) }
    let numbers = memory.factors
    for index in 0..<all {
      (numbers + index).initialize(to: frame.registers[Int(place(index))].number)
    }
    do {
      return try ExactDecimal.quotient(
        ofAll: UnsafeBufferPointer(start: numbers, count: upper),
        byAll: UnsafeBufferPointer(start: numbers + upper, count: all &- upper))
    } catch {
      throw EvaluationError(error)
    }
  }

  /// What the periods of a class come to; remembered where no days are given.
  private func record(
    _ function: RecordFunction, _ periods: PeriodSelection, _ dates: Instruction.Operands,
    _ memo: Int, _ frame: Frame
  ) throws(EvaluationError) -> Cell {
    guard dates.count > 0 else {
      return try record(function, periods, memo: memo, frame.setting)
    }
    let from = try day(book.operands[Int(dates.first)], frame)
    let through: Day? =
      dates.count < 2 ? nil : try day(book.operands[Int(dates.first) + 1], frame)
    return cell(
      try source.record(function, periods, from: from, through: through, in: frame.setting))
  }

  /// A list of days, put in order in new cells where that is wanted.
  private func days(_ list: Cell, isSorted: Bool) throws(EvaluationError) -> Cell {
    guard list.tag == .dates else { throw .unsupported("a list of dates was expected") }
    guard isSorted, list.b > 1 else { return list }
    let sorted = (0..<Int(list.b)).map { element(list, $0).a }.sorted()
    let first = memory.reserve(sorted.count)
    for (index, number) in sorted.enumerated() {
      frontier.pointee.cells[first + index] = Cell(.date, Int(number))
    }
    return Cell(.dates, first, count: sorted.count)
  }
}
