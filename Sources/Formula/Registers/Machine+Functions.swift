import Quantities

extension Machine {
  /// A built-in function of the registers named.
  func apply(
    _ function: Term.Function, _ arguments: Instruction.Operands, _ frame: Frame
  ) throws(EvaluationError) -> Cell {
    func cell(_ index: Int) throws(EvaluationError) -> Cell {
      try self.cell(book.operands[Int(arguments.first) &+ index], frame)
    }
    // The tree has all arguments before it looks into the first.
    if arguments.count > 1 { for index in 0..<Int(arguments.count) { _ = try cell(index) } }
    switch function {
    case .absolute: return Cell(try number(try cell(0)).magnitude)
    case .number: return Cell(try number(try cell(0)))
    case .perMonth, .perYear, .floor, .ceil, .round:
      let value = try number(try cell(0))
      let second = arguments.count > 1 ? try cell(1) : Cell(ExactDecimal(12))
      return Cell(try arithmetic(function, value, second))
    case .minimum, .maximum:
      var best = try number(try cell(0))
      for index in 1..<max(1, Int(arguments.count)) {
        let next = try number(try cell(index))
        best = function == .minimum ? min(best, next) : max(best, next)
      }
      return Cell(best)
    case .earliest, .latest:
      var best = try day(try cell(0))
      for index in 1..<max(1, Int(arguments.count)) {
        let next = try day(try cell(index))
        best = function == .earliest ? min(best, next) : max(best, next)
      }
      return Cell(best)
    case .citizen:
      let wanted = try ordinal(try cell(0))
      return Cell(try source.citizenships().contains { $0.ordinal == wanted })
    case .date:
      let (year, month) = (try whole(try cell(0)), try whole(try cell(1)))
      guard let day = Day(year: year, month: month, day: try whole(try cell(2))) else {
        throw .notADay
      }
      return Cell(day)
    case .monthsIn:
      let year = try whole(try cell(0))
      let (from, through) = (try day(try cell(1)), try day(try cell(2)))
      return Cell(
        ExactDecimal(CivilCount.months(of: year, touchedFrom: from, through: through)))
    default:
      let first = try day(try cell(0))
      if let found = try ofDay(function, first) { return found }
      return Cell(ExactDecimal(between(function, first, try day(try cell(1)))))
    }
  }

  private func arithmetic(_ function: Term.Function, _ value: ExactDecimal, _ second: Cell)
    throws(EvaluationError) -> ExactDecimal
  {
    let other = try number(second)
    do {
      switch function {
      case .perMonth: return try value.divided(by: 12)
      case .perYear: return try value.multiplied(by: 12)
      case .floor: return try value.rounded(to: other, .floor)
      case .ceil: return try value.rounded(to: other, .ceiling)
      default: return try value.rounded(to: other, .halfUp)
      }
    } catch {
      throw EvaluationError(error)
    }
  }

  /// A function of one day; nil for one that needs two.
  private func ofDay(_ function: Term.Function, _ day: Day) throws(EvaluationError) -> Cell? {
    switch function {
    case .year: return Cell(ExactDecimal(day.year))
    case .month: return Cell(ExactDecimal(day.month))
    case .day: return Cell(ExactDecimal(day.dayOfMonth))
    case .firstOfMonth: return Cell(day.firstOfMonth)
    case .lastOfMonth: return Cell(day.lastOfMonth)
    case .firstOfNextMonth:
      guard let next = try? day.lastOfMonth.adding(days: 1) else { throw .notADay }
      return Cell(next)
    case .age:
      return Cell(ExactDecimal(CivilCount.completedMonths(from: source.birth, to: day) / 12))
    default: return nil
    }
  }

  private func between(_ function: Term.Function, _ day: Day, _ other: Day) -> Int {
    switch function {
    case .monthsBetween: CivilCount.completedMonths(from: day, to: other)
    case .yearsBetween: CivilCount.completedMonths(from: day, to: other) / 12
    case .calendarMonths: (other.year - day.year) * 12 + other.month - day.month
    default: Int(other.number) - Int(day.number)
    }
  }
}
