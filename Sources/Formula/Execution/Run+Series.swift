import Quantities

extension Run {
  mutating func evaluateSeries(_ term: Term) throws(EvaluationError) -> Value {
    switch term {
    case .element(let series, let year):
      let (key, all) = (try evaluate(year), try self.series(series))
      let wanted = try Self.whole(key)
      guard let value = all[wanted] else {
        if case .input(let index) = series { throw .missingYear(wanted, input: index) }
        throw .missingYear(wanted, input: nil)
      }
      return .number(value)
    case .contains(let series, let year):
      return .truth(try self.series(series)[try whole(year)] != nil)
    case .monthElement(let series, let day):
      let month = try self.day(day).calendarMonth
      guard let value = try self.series(series)[Int(month.index)] else {
        throw .missingYear(month.year, input: nil)
      }
      return .number(value)
    case .inYear(let series, let year):
      let (key, months) = (try evaluate(year), try self.series(series))
      let first = try Self.whole(key) * 12
      return .number(
        try reduce(.sum, (first..<first + 12).compactMap { months[$0] }))
    case .foldDays(let slot, let initial, let daySlot, let list, let body):
      guard case .dates(let days) = try evaluate(list) else {
        throw .unsupported("a list of dates was expected")
      }
      var carried = try evaluate(initial)
      for day in days.sorted() {
        locals[slot] = carried
        locals[daySlot] = .date(day)
        carried = try evaluate(body)
      }
      return carried
    case .aggregate(let aggregate, let series):
      return .number(try reduce(aggregate, try self.series(series).values))
    case .select(let highest, let count, let series):
      let all = try evaluate(series)
      let chosen = SeriesSelection.select(
        highest: highest, count: try whole(count), of: try Self.series(all))
      if case .months = all { return .months(chosen) }
      return .series(chosen)
    case .weighted(let highest, let amount, let rates, let weights):
      let selection = SeriesSelection(rates: try series(rates), weights: try series(weights))
      let wanted = try number(amount)
      return .number(
        try exactly { () throws(ArithmeticError) in
          try selection.sum(highest: highest, amount: wanted)
        })
    case .loop(let aggregate, let slot, let from, let through, let body):
      let (first, last) = (try evaluate(from), try evaluate(through))
      return try loop(aggregate, slot, try Self.whole(first), try Self.whole(last), body)
    case .loopDays(let aggregate, let slot, let list, let body):
      guard case .dates(let days) = try evaluate(list) else {
        throw .unsupported("a list of dates was expected")
      }
      return try loop(aggregate, slot, over: days.map(Value.date), body)
    case .fold(let slot, let initial, let yearSlot, let from, let through, let body):
      let bounds = (try evaluate(from), try evaluate(through))
      var carried = try evaluate(initial)
      let (first, last) = (try Self.whole(bounds.0), try Self.whole(bounds.1))
      guard first <= last else { return carried }
      guard last - first < Self.mostYears else { throw .tooManyYears }
      for year in first...last {
        locals[slot] = carried
        locals[yearSlot] = .number(ExactDecimal(year))
        carried = try evaluate(body)
      }
      return carried
    default: throw .unsupported("an unknown term")
    }
  }

  private mutating func loop(
    _ aggregate: Term.Aggregate, _ slot: Int, _ from: Int, _ through: Int, _ body: Term
  ) throws(EvaluationError) -> Value {
    guard from <= through else { return try loop(aggregate, slot, over: [], body) }
    guard through - from < Self.mostYears else { throw .tooManyYears }
    return try loop(aggregate, slot, over: (from...through).map { .number(ExactDecimal($0)) }, body)
  }

  private mutating func loop(
    _ aggregate: Term.Aggregate, _ slot: Int, over items: [Value], _ body: Term
  ) throws(EvaluationError) -> Value {
    var numbers: [ExactDecimal] = []
    var held = 0
    for item in items {
      if body != .truth(true) { locals[slot] = item }
      switch try evaluate(body) {
      case .number(let number): numbers.append(number)
      case .truth(let holds): held += holds ? 1 : 0
      default: throw .unsupported("a number or a condition was expected")
      }
    }
    switch aggregate {
    case .count: return .number(ExactDecimal(held))
    case .all: return .truth(held == items.count)
    case .any: return .truth(held > 0)
    default: return .number(try reduce(aggregate, numbers))
    }
  }

  func reduce(_ aggregate: Term.Aggregate, _ values: [ExactDecimal])
    throws(EvaluationError) -> ExactDecimal
  {
    switch aggregate {
    case .count: return ExactDecimal(values.count)
    case .max, .min:
      guard let best = aggregate == .max ? values.max() : values.min() else {
        throw .nothingToChooseFrom
      }
      return best
    default:
      let total = try exactly { () throws(ArithmeticError) in
        var sum = ExactDecimal.zero
        for value in values { sum = try sum.adding(value) }
        return sum
      }
      guard aggregate == .mean else { return total }
      guard !values.isEmpty else { throw .nothingToChooseFrom }
      return try exactly { () throws(ArithmeticError) in
        try total.divided(by: ExactDecimal(values.count))
      }
    }
  }
}
