import Quantities

extension Machine {
  /// Instructions on series, and what loops gather.
  func runOnSeries(_ instruction: Instruction, _ frame: UnsafeMutablePointer<Cell>)
    throws(EvaluationError)
  {
    switch instruction {
    case .collect(let aggregate, let place, let state):
      let found = frame[Int(place)]
      switch found.tag {
      case .number: gather(found.number, aggregate, into: frame + (Int(state) + 1))
      case .truth: frame[Int(state) + 1].b &+= found.a
      default: throw .unsupported("a number or a condition was expected")
      }
    case .reduce(let aggregate, let state, let target):
      frame[Int(target)] = try reduced(frame[Int(state)], frame[Int(state) + 1], aggregate)
    case .element(let series, let input, let key, let target):
      frame[Int(target)] = Cell(
        try element(frame[Int(series)], frame[Int(key)], input < 0 ? nil : Int(input)))
    case .contains(let series, let key, let target):
      try requireSeries(frame[Int(series)])
      frame[Int(target)] = Cell(
        element(of: frame[Int(series)], at: try whole(frame[Int(key)])) != nil)
    case .inYear(let series, let year, let target):
      let first = try whole(frame[Int(year)]) * 12
      try requireSeries(frame[Int(series)])
      var gathered = Cell(.absent)
      for month in first..<first + 12 {
        if let value = element(of: frame[Int(series)], at: month) {
          gather(value, .sum, into: &gathered)
        }
      }
      frame[Int(target)] = Cell(try settled(gathered, .sum))
    case .aggregate(let aggregate, let series, let target):
      let all = frame[Int(series)]
      try requireSeries(all)
      var gathered = Cell(.absent)
      for index in 0..<Int(all.b) {
        let item = element(all, index)
        if item.tag == .number { gather(item.number, aggregate, into: &gathered) }
      }
      frame[Int(target)] = Cell(try settled(gathered, aggregate))
    case .select(let highest, let count, let series, let target):
      let all = frame[Int(series)]
      let wanted = try whole(frame[Int(count)])
      try requireSeries(all)
      frame[Int(target)] = selected(all, highest: highest, count: wanted)
    case .weighted(let highest, let amount, let rates, let weights, let target):
      try requireSeries(frame[Int(rates)])
      try requireSeries(frame[Int(weights)])
      let selection = SeriesSelection(
        rates: series(frame[Int(rates)]), weights: series(frame[Int(weights)]))
      let wanted = try number(frame[Int(amount)])
      do {
        frame[Int(target)] = Cell(try selection.sum(highest: highest, amount: wanted))
      } catch {
        throw EvaluationError(error)
      }
    default: throw .unsupported("an unknown instruction")
    }
  }

  /// Adds a number to what a loop has gathered: `a` counts, `c` is 1 after an overflow.
  ///
  /// An overflow is reported only when the loop is done, as the tree does.
  private func gather(
    _ number: ExactDecimal, _ aggregate: Term.Aggregate, into gathered: UnsafeMutablePointer<Cell>
  ) {
    gathered.pointee.a &+= 1
    switch aggregate {
    case .max, .min:
      let isFirst = gathered.pointee.a == 1
      let held = gathered.pointee.number
      if isFirst || (aggregate == .max ? held < number : number < held) {
        gathered.pointee.number = number
      }
    case .sum, .mean:
      guard gathered.pointee.c == 0 else { return }
      if let sum = try? gathered.pointee.number.adding(number) {
        gathered.pointee.number = sum
      } else {
        gathered.pointee.c = 1
      }
    case .count, .all, .any: break
    }
  }

  private func settled(_ gathered: Cell, _ aggregate: Term.Aggregate) throws(EvaluationError)
    -> ExactDecimal
  {
    switch aggregate {
    case .count: return ExactDecimal(Int(gathered.a))
    case .max, .min:
      guard gathered.a > 0 else { throw .nothingToChooseFrom }
      return gathered.number
    default:
      guard gathered.c == 0 else { throw .overflow }
      guard aggregate == .mean else { return gathered.number }
      guard gathered.a > 0 else { throw .nothingToChooseFrom }
      do {
        return try gathered.number.divided(by: ExactDecimal(Int(gathered.a)))
      } catch {
        throw EvaluationError(error)
      }
    }
  }

  private func reduced(_ state: Cell, _ gathered: Cell, _ aggregate: Term.Aggregate)
    throws(EvaluationError) -> Cell
  {
    switch aggregate {
    case .count: return Cell(ExactDecimal(Int(gathered.b)))
    case .any: return Cell(gathered.b > 0)
    case .all: return Cell(gathered.b == state.b + 1)
    default: return Cell(try settled(gathered, aggregate))
    }
  }

  private func selected(_ all: Cell, highest: Bool, count: Int) -> Cell {
    let result = Cell(
      all.tag, memory.reserve(Int(all.b)), count: Int(all.b), first: Int(all.c))
    let places = (0..<Int(all.b)).filter { element(all, $0).tag == .number }.sorted {
      let (left, right) = (element(all, $0).number, element(all, $1).number)
      return left == right ? $0 < $1 : highest ? left > right : left < right
    }
    for place in places.prefix(max(0, count)) {
      frontier.pointee.cells[Int(result.a) + place] = element(all, place)
    }
    return result
  }

  /// The number of a year, or of the month in which a day lies.
  private func element(_ series: Cell, _ key: Cell, _ input: Int?) throws(EvaluationError)
    -> ExactDecimal
  {
    try requireSeries(series)
    if key.tag == .date {
      let day = try day(key)
      guard let value = element(of: series, at: Int(day.calendarMonth.index)) else {
        throw .missingYear(day.year, input: nil)
      }
      return value
    }
    let year = try whole(key)
    guard let value = element(of: series, at: year) else {
      throw .missingYear(year, input: input)
    }
    return value
  }
}
