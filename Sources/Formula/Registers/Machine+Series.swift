import Quantities

extension Machine {
  /// Instructions on whole series, and what loops gather.
  func runOnSeries(_ instruction: Instruction, _ frame: Frame) throws(EvaluationError) {
    switch instruction {
    case .collect(let aggregate, let place, let state):
      let found = try cell(place, frame)
      let gathered = frame.pointer(state + 1)
      switch found.tag {
      case .number: gather(found.number, aggregate, into: gathered)
      case .truth: gathered.pointee.b &+= found.a
      default: throw .unsupported("a number or a condition was expected")
      }
    case .reduce(let aggregate, let state, let target):
      frame[target] = try reduced(frame[state], frame[state + 1], aggregate)
    case .inYear(let series, let year, let target):
      let first = try whole(year, frame) * 12
      let all = try self.series(series, frame)
      var gathered = Cell(.absent)
      for month in first..<first + 12 {
        if let value = element(of: all, at: month) { gather(value, .sum, into: &gathered) }
      }
      frame[target] = Cell(try settled(gathered, .sum))
    case .aggregate(let aggregate, let series, let target):
      let all = try self.series(series, frame)
      var gathered = Cell(.absent)
      for index in 0..<Int(all.b) {
        let item = element(all, index)
        if item.tag == .number { gather(item.number, aggregate, into: &gathered) }
      }
      frame[target] = Cell(try settled(gathered, aggregate))
    case .select(let highest, let count, let series, let target):
      let all = try self.series(series, frame)
      frame[target] = selected(all, highest: highest, count: try whole(count, frame))
    case .weighted(let highest, let amount, let rates, let weights, let target):
      let (rates, weights) = (try self.series(rates, frame), try self.series(weights, frame))
      let wanted = try number(amount, frame)
      do {
        frame[target] = Cell(try weighted(rates, weights, highest: highest, amount: wanted))
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
    let places = Ranking.places(
      of: frontier.pointee.cells + Int(all.a), count: Int(all.b), highest: highest)
    for place in places.prefix(max(0, count)) {
      frontier.pointee.cells[Int(result.a) + Int(place)] = element(all, Int(place))
    }
    return result
  }

  /// The sum of rate × weight over the best or worst years, as ``SeriesSelection`` finds it.
  private func weighted(
    _ rates: Cell, _ weights: Cell, highest: Bool, amount: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    var left = amount
    var total = ExactDecimal.zero
    let places = Ranking.places(
      of: frontier.pointee.cells + Int(rates.a), count: Int(rates.b), highest: highest)
    for place in places {
      guard left.signum > 0 else { break }
      guard let weight = element(of: weights, at: Int(rates.c &+ place)), weight.signum > 0 else {
        continue
      }
      let taken = min(left, weight)
      total = try total.adding(try element(rates, Int(place)).number.multiplied(by: taken))
      left = try left.subtracting(taken)
    }
    return total
  }
}
