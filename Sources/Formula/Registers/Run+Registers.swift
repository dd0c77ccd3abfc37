import Quantities

/// One loop that register code is in.
struct LoopFrame {
  var items: [Value]
  var index = 0
  var numbers: [ExactDecimal] = []
  var held = 0
}

extension Run {
  /// Runs the register code of a formula.
  mutating func execute(_ program: Program) throws(EvaluationError) -> Value {
    var registers = locals
    let missing = program.registerCount - registers.count
    if missing > 0 { registers += Array(repeating: .truth(false), count: missing) }
    var frames: [LoopFrame] = []
    var position = 0
    while position < program.code.count {
      let instruction = program.code[position]
      position += 1
      switch instruction {
      case .jump(let target): position = target
      case .jumpUnless(let test, let target):
        if try !Self.truth(registers[test]) { position = target }
      case .jumpIf(let test, let target):
        if try Self.truth(registers[test]) { position = target }
      case .loopYears(let from, let through, let variable, let end):
        let years = try Self.years(registers[from], registers[through])
        frames.append(LoopFrame(items: years))
        if let first = years.first { registers[variable] = first } else { position = end }
      case .loopDays(let list, let isSorted, let variable, let end):
        guard case .dates(let days) = registers[list] else {
          throw .unsupported("a list of dates was expected")
        }
        frames.append(LoopFrame(items: (isSorted ? days.sorted() : days).map(Value.date)))
        if let first = frames[frames.count - 1].items.first {
          registers[variable] = first
        } else {
          position = end
        }
      case .collect(let place):
        switch registers[place] {
        case .number(let number): frames[frames.count - 1].numbers.append(number)
        case .truth(let holds): frames[frames.count - 1].held += holds ? 1 : 0
        default: throw .unsupported("a number or a condition was expected")
        }
      case .next(let variable, let body):
        frames[frames.count - 1].index += 1
        let frame = frames[frames.count - 1]
        if frame.index < frame.items.count {
          registers[variable] = frame.items[frame.index]
          position = body
        }
      case .reduce(let aggregate, let target):
        registers[target] = try reduced(frames.removeLast(), aggregate)
      case .leave: frames.removeLast()
      default: try step(instruction, &registers)
      }
    }
    return registers[program.result]
  }

  private static func years(_ from: Value, _ through: Value) throws(EvaluationError) -> [Value] {
    let (first, last) = (try whole(from), try whole(through))
    guard first <= last else { return [] }
    guard last - first < mostYears else { throw .tooManyYears }
    return (first...last).map { .number(ExactDecimal($0)) }
  }

  private func reduced(_ frame: LoopFrame, _ aggregate: Term.Aggregate) throws(EvaluationError)
    -> Value
  {
    switch aggregate {
    case .count: return .number(ExactDecimal(frame.held))
    case .all: return .truth(frame.held == frame.items.count)
    case .any: return .truth(frame.held > 0)
    default: return .number(try reduce(aggregate, frame.numbers))
    }
  }

  /// Instructions that go straight on to the next.
  private mutating func step(_ instruction: Instruction, _ registers: inout [Value])
    throws(EvaluationError)
  {
    switch instruction {
    case .constant(let value, let target): registers[target] = value
    case .input(let index, let target):
      registers[target] = try source.value(of: index, in: setting)
    case .move(let from, let target): registers[target] = registers[from]
    case .setting(let target): registers[target] = .choice(setting.rawValue)
    case .step(let index, let other, let target):
      registers[target] = try value(of: index, in: other ?? setting)
    case .parameter(let index, let on, let target):
      let date = try on.map { place throws(EvaluationError) in try Self.day(registers[place]) }
      let key = rules.parameters[index].shape == .constant ? 0 : Int((date ?? source.start).number)
      registers[target] = .number(try row(index, key: key, on: date))
    case .row(let index, let key, let on, let target):
      let date = try on.map { place throws(EvaluationError) in try Self.day(registers[place]) }
      registers[target] = .number(
        try row(index, key: try self.key(registers[key], of: index), on: date))
    case .negate(let operand, let target):
      registers[target] = .number(try Self.number(registers[operand]).negated)
    case .add(let left, let right, let target):
      let (a, b) = (try Self.number(registers[left]), try Self.number(registers[right]))
      registers[target] = .number(try exactly { () throws(ArithmeticError) in try a.adding(b) })
    case .subtract(let left, let right, let target):
      let (a, b) = (try Self.number(registers[left]), try Self.number(registers[right]))
      registers[target] = .number(
        try exactly { () throws(ArithmeticError) in try a.subtracting(b) })
    case .product(let above, let below, let target):
      registers[target] = .number(try quotient(above, below, registers))
    case .compare(let comparison, let left, let right, let target):
      registers[target] = .truth(
        comparison.holds(try Self.number(registers[left]), try Self.number(registers[right])))
    case .compareOrdinals(let comparison, let left, let right, let target):
      registers[target] = .truth(
        comparison.holds(try Self.ordinal(registers[left]), try Self.ordinal(registers[right])))
    case .not(let operand, let target):
      registers[target] = .truth(try !Self.truth(registers[operand]))
    case .shift(let day, let amount, let period, let backwards, let target):
      let count = try Self.whole(registers[amount])
      guard
        let moved = period.shift(try Self.day(registers[day]), by: backwards ? 0 - count : count)
      else { throw .notADay }
      registers[target] = .date(moved)
    case .function(let function, let arguments, let target):
      registers[target] = try apply(function, arguments.map { registers[$0] })
    case .known(let index, let target): registers[target] = .truth(source.isKnown(index))
    case .record(let function, let periods, let dates, let target):
      let from = try dates.first.map { place throws(EvaluationError) in
        try Self.day(registers[place])
      }
      let through = dates.count < 2 ? nil : try Self.day(registers[dates[1]])
      registers[target] = try source.record(
        function, periods, from: from, through: through, in: setting)
    default: try stepOnSeries(instruction, &registers)
    }
  }

  private func quotient(_ above: [Int], _ below: [Int], _ registers: [Value])
    throws(EvaluationError) -> ExactDecimal
  {
    var numerators: [ExactDecimal] = []
    for place in above { numerators.append(try Self.number(registers[place])) }
    var denominators: [ExactDecimal] = []
    for place in below { denominators.append(try Self.number(registers[place])) }
    return try exactly { () throws(ArithmeticError) in
      try ExactDecimal.quotient(of: numerators, by: denominators)
    }
  }

  private func stepOnSeries(_ instruction: Instruction, _ registers: inout [Value])
    throws(EvaluationError)
  {
    switch instruction {
    case .element(let series, let input, let key, let target):
      registers[target] = .number(try element(registers[series], registers[key], input))
    case .contains(let series, let key, let target):
      registers[target] = .truth(
        try Self.series(registers[series])[try Self.whole(registers[key])] != nil)
    case .inYear(let series, let year, let target):
      let first = try Self.whole(registers[year]) * 12
      let months = try Self.series(registers[series])
      registers[target] = .number(
        try reduce(.sum, (first..<first + 12).compactMap { months[$0] }))
    case .aggregate(let aggregate, let series, let target):
      registers[target] = .number(
        try reduce(aggregate, try Self.series(registers[series]).values))
    case .select(let highest, let count, let series, let target):
      let chosen = SeriesSelection.select(
        highest: highest, count: try Self.whole(registers[count]),
        of: try Self.series(registers[series]))
      if case .months = registers[series] {
        registers[target] = .months(chosen)
      } else {
        registers[target] = .series(chosen)
      }
    case .weighted(let highest, let amount, let rates, let weights, let target):
      let selection = SeriesSelection(
        rates: try Self.series(registers[rates]), weights: try Self.series(registers[weights]))
      let wanted = try Self.number(registers[amount])
      registers[target] = .number(
        try exactly { () throws(ArithmeticError) in
          try selection.sum(highest: highest, amount: wanted)
        })
    default: throw .unsupported("an unknown instruction")
    }
  }

  /// The number of a year, or of the month in which a day lies.
  private func element(_ series: Value, _ key: Value, _ input: Int?) throws(EvaluationError)
    -> ExactDecimal
  {
    let all = try Self.series(series)
    if case .date(let day) = key {
      guard let value = all[Int(day.calendarMonth.index)] else {
        throw .missingYear(day.year, input: nil)
      }
      return value
    }
    let year = try Self.whole(key)
    guard let value = all[year] else { throw .missingYear(year, input: input) }
    return value
  }
}
