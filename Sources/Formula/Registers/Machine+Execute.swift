import Quantities

extension Machine {
  /// Runs the register code of a formula in the frame that begins at `base`.
  func run(_ program: Program, _ base: Int, _ setting: Setting) throws(EvaluationError) -> Cell {
    let code = book.instructions
    let frame = registers + base
    var position = Int(program.first)
    let end = Int(program.end)
    while position < end {
      let instruction = code[position]
      position &+= 1
      switch instruction {
      case .constant(let index, let target): frame[Int(target)] = book.constants[Int(index)]
      case .input(let index, let target):
        frame[Int(target)] = try input(Int(index), setting)
      case .lastingInput(let index, let target):
        guard frame[Int(target)].tag == .absent else { continue }
        frame[Int(target)] = try input(Int(index), setting)
      case .lastingStep(let index, let other, let target):
        guard frame[Int(target)].tag == .absent else { continue }
        frame[Int(target)] = try step(Int(index), in: Setting(rawValue: Int(other)) ?? setting)
      case .lastingParameter(let index, let target):
        guard frame[Int(target)].tag == .absent else { continue }
        let isConstant = tables[Int(index)].shape == .constant
        frame[Int(target)] = Cell(
          try row(Int(index), key: isConstant ? 0 : Int(start.number), on: nil))
      case .lastingRecord(let function, let periods, let memo, let target):
        guard frame[Int(target)].tag == .absent else { continue }
        frame[Int(target)] = try record(function, periods, memo: Int(memo), setting)
      case .move(let from, let target): frame[Int(target)] = frame[Int(from)]
      case .setting(let target): frame[Int(target)] = Cell(.choice, setting.rawValue)
      case .step(let index, let other, let target):
        frame[Int(target)] = try step(Int(index), in: Setting(rawValue: Int(other)) ?? setting)
      case .parameter(let index, let on, let target):
        let date: Day? = on < 0 ? nil : try day(frame[Int(on)])
        let isConstant = tables[Int(index)].shape == .constant
        let key = isConstant ? 0 : Int((date ?? start).number)
        frame[Int(target)] = Cell(try row(Int(index), key: key, on: date))
      case .row(let index, let key, let on, let target):
        let date: Day? = on < 0 ? nil : try day(frame[Int(on)])
        let place = try self.key(frame[Int(key)], of: Int(index))
        frame[Int(target)] = Cell(try row(Int(index), key: place, on: date))
      case .negate(let operand, let target):
        frame[Int(target)] = Cell(try number(frame[Int(operand)]).negated)
      case .add(let left, let right, let target):
        let (a, b) = (try number(frame[Int(left)]), try number(frame[Int(right)]))
        do { frame[Int(target)] = Cell(try a.adding(b)) } catch { throw EvaluationError(error) }
      case .subtract(let left, let right, let target):
        let (a, b) = (try number(frame[Int(left)]), try number(frame[Int(right)]))
        do { frame[Int(target)] = Cell(try a.subtracting(b)) } catch {
          throw EvaluationError(error)
        }
      case .product(let above, let below, let target):
        frame[Int(target)] = Cell(try quotient(above, below, frame))
      case .compare(let comparison, let left, let right, let target):
        frame[Int(target)] = Cell(
          comparison.holds(try number(frame[Int(left)]), try number(frame[Int(right)])))
      case .compareOrdinals(let comparison, let left, let right, let target):
        frame[Int(target)] = Cell(
          comparison.holds(try ordinal(frame[Int(left)]), try ordinal(frame[Int(right)])))
      case .not(let operand, let target):
        frame[Int(target)] = Cell(try !truth(frame[Int(operand)]))
      case .jump(let target): position = Int(target)
      case .jumpUnless(let test, let target):
        if try !truth(frame[Int(test)]) { position = Int(target) }
      case .jumpIf(let test, let target):
        if try truth(frame[Int(test)]) { position = Int(target) }
      case .shift(let from, let amount, let period, let backwards, let target):
        let count = try whole(frame[Int(amount)])
        guard
          let moved = period.shift(try day(frame[Int(from)]), by: backwards ? 0 - count : count)
        else { throw .notADay }
        frame[Int(target)] = Cell(moved)
      case .function(let function, let arguments, let target):
        frame[Int(target)] = try apply(function, arguments, frame)
      case .known(let index, let target):
        frame[Int(target)] = Cell(source.isKnown(Int(index)))
      case .record(let function, let periods, let dates, let memo, let target):
        frame[Int(target)] = try record(function, periods, dates, Int(memo), frame, setting)
      case .loopYears(let from, let through, let variable, let state, let end):
        let (first, last) = (try whole(frame[Int(from)]), try whole(frame[Int(through)]))
        guard last - first < 250 || first > last else { throw .tooManyYears }
        // The number is the first year; `a` counts up to `b`.
        frame[Int(state)] = Cell(.number, 0, count: max(-1, last - first))
        frame[Int(state)].number = ExactDecimal(first)
        frame[Int(state) + 1] = Cell(.absent)
        if first <= last {
          frame[Int(variable)] = Cell(ExactDecimal(first))
        } else {
          position = Int(end)
        }
      case .loopDays(let list, let isSorted, let variable, let state, let end):
        let days = try self.days(frame[Int(list)], isSorted: isSorted)
        frame[Int(state)] = Cell(.date, 0, count: Int(days.b) - 1, first: Int(days.a))
        frame[Int(state) + 1] = Cell(.absent)
        if days.b > 0 {
          frame[Int(variable)] = frontier.pointee.cells[Int(days.a)]
        } else {
          position = Int(end)
        }
      case .next(let variable, let state, let body):
        let next = frame[Int(state)].a &+ 1
        if next <= frame[Int(state)].b {
          frame[Int(state)].a = next
          frame[Int(variable)] =
            frame[Int(state)].tag == .number
            ? Cell(ExactDecimal((frame[Int(state)].number.intValue ?? 0) &+ Int(next)))
            : frontier.pointee.cells[Int(frame[Int(state)].c &+ next)]
          position = Int(body)
        }
      default: try runOnSeries(instruction, frame)
      }
    }
    return frame[Int(program.result)]
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

  private func quotient(
    _ above: Instruction.Operands, _ below: Instruction.Operands,
    _ frame: UnsafeMutablePointer<Cell>
  ) throws(EvaluationError) -> ExactDecimal {
    let outcome = withUnsafeTemporaryAllocation(
      of: ExactDecimal.self, capacity: Int(above.count &+ below.count)
    ) { numbers in
      Result { () throws(EvaluationError) in
        let upper = Int(above.count)
        for index in 0..<upper {
          let place = book.operands[Int(above.first) &+ index]
          numbers.initializeElement(at: index, to: try number(frame[Int(place)]))
        }
        for index in 0..<Int(below.count) {
          let place = book.operands[Int(below.first) &+ index]
          numbers.initializeElement(at: upper &+ index, to: try number(frame[Int(place)]))
        }
        let all = UnsafeBufferPointer(numbers)
        return try exactly { () throws(ArithmeticError) in
          try ExactDecimal.quotient(
            ofAll: UnsafeBufferPointer(rebasing: all[..<upper]),
            byAll: UnsafeBufferPointer(rebasing: all[upper...]))
        }
      }
    }
    return try outcome.get()
  }

  private func exactly(_ body: () throws(ArithmeticError) -> ExactDecimal) throws(EvaluationError)
    -> ExactDecimal
  {
    do {
      return try body()
    } catch {
      throw EvaluationError(error)
    }
  }

  /// What the periods of a class come to; remembered where no days are given.
  private func record(
    _ function: RecordFunction, _ periods: PeriodSelection, _ dates: Instruction.Operands,
    _ memo: Int, _ frame: UnsafeMutablePointer<Cell>, _ setting: Setting
  ) throws(EvaluationError) -> Cell {
    guard dates.count > 0 else {
      return try record(function, periods, memo: memo, setting)
    }
    let from = try day(frame[Int(book.operands[Int(dates.first)])])
    let through: Day? =
      dates.count < 2 ? nil : try day(frame[Int(book.operands[Int(dates.first) + 1])])
    return cell(try source.record(function, periods, from: from, through: through, in: setting))
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
