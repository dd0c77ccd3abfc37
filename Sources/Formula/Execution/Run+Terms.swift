import Quantities

extension Run {
  static func number(_ value: Value) throws(EvaluationError) -> ExactDecimal {
    guard case .number(let number) = value else { throw .unsupported("a number was expected") }
    return number
  }

  static func truth(_ value: Value) throws(EvaluationError) -> Bool {
    guard case .truth(let truth) = value else {
      throw .unsupported("a condition was expected")
    }
    return truth
  }

  static func day(_ value: Value) throws(EvaluationError) -> Day {
    guard case .date(let day) = value else { throw .unsupported("a date was expected") }
    return day
  }

  static func whole(_ value: Value) throws(EvaluationError) -> Int {
    // Far from the ends of Int, so that sums and products with calendar figures cannot overflow.
    guard let whole = try number(value).intValue, whole.magnitude < 1_000_000_000_000 else {
      throw .notADay
    }
    return whole
  }

  static func series(_ value: Value) throws(EvaluationError) -> YearSeries {
    switch value {
    case .series(let series), .months(let series): return series
    default: throw .unsupported("a series was expected")
    }
  }

  /// Days, words and countries as numbers that can be compared.
  static func ordinal(_ value: Value) throws(EvaluationError) -> Int {
    switch value {
    case .date(let day): Int(day.number)
    case .choice(let place): place
    case .country(let country): country.ordinal
    default: throw .unsupported("something that can be compared was expected")
    }
  }

  mutating func number(_ term: Term) throws(EvaluationError) -> ExactDecimal {
    try Self.number(try evaluate(term))
  }

  mutating func truth(_ term: Term) throws(EvaluationError) -> Bool {
    try Self.truth(try evaluate(term))
  }

  mutating func day(_ term: Term) throws(EvaluationError) -> Day {
    try Self.day(try evaluate(term))
  }

  mutating func whole(_ term: Term) throws(EvaluationError) -> Int {
    try Self.whole(try evaluate(term))
  }

  mutating func series(_ term: Term) throws(EvaluationError) -> YearSeries {
    try Self.series(try evaluate(term))
  }

  mutating func ordinal(_ term: Term) throws(EvaluationError) -> Int {
    try Self.ordinal(try evaluate(term))
  }

  func exactly(_ body: () throws(ArithmeticError) -> ExactDecimal) throws(EvaluationError)
    -> ExactDecimal
  {
    do {
      return try body()
    } catch {
      throw EvaluationError(error)
    }
  }

  /// The value of a term in the current setting.
  mutating func evaluate(_ term: Term) throws(EvaluationError) -> Value {
    switch term {
    case .number(let value): return .number(value)
    case .truth(let value): return .truth(value)
    case .day(let value): return .date(value)
    case .symbol(let place): return .choice(place)
    case .input(let index): return try source.value(of: index, in: setting)
    case .local(let slot): return locals[slot]
    case .setting: return .choice(setting.rawValue)
    case .step(let index, let other): return try value(of: index, in: other ?? setting)
    case .parameter(let index, let day):
      let date = try day.map { term throws(EvaluationError) in try self.day(term) }
      let key = rules.parameters[index].shape == .constant ? 0 : Int((date ?? source.start).number)
      return .number(try row(index, key: key, on: date))
    case .row(let index, let key, let day):
      let date = try day.map { term throws(EvaluationError) in try self.day(term) }
      return .number(try row(index, key: try self.key(try evaluate(key), of: index), on: date))
    case .negated(let inner): return .number(try number(inner).negated)
    case .sum(let left, let right):
      let (a, b) = (try number(left), try number(right))
      return .number(try exactly { () throws(ArithmeticError) in try a.adding(b) })
    case .difference(let left, let right):
      let (a, b) = (try number(left), try number(right))
      return .number(try exactly { () throws(ArithmeticError) in try a.subtracting(b) })
    case .product(let above, let below): return .number(try product(above, over: below))
    case .compare(let comparison, let left, let right, _):
      return .truth(comparison.holds(try number(left), try number(right)))
    case .compareOrdinals(let comparison, let left, let right):
      return .truth(comparison.holds(try ordinal(left), try ordinal(right)))
    case .not(let inner): return .truth(!(try truth(inner)))
    case .and(let left, let right):
      guard try truth(left) else { return .truth(false) }
      return .truth(try truth(right))
    case .or(let left, let right):
      if try truth(left) { return .truth(true) }
      return .truth(try truth(right))
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try truth(condition) ? then : otherwise)
    case .shift(let day, let amount, let period, let backwards):
      let from = try self.day(day)
      let count = try whole(amount)
      guard
        let moved = period.shift(from, by: backwards ? 0 - count : count)
      else { throw .notADay }
      return .date(moved)
    case .function(let function, let arguments):
      var values: [Value] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      return try apply(function, values)
    case .known(let index): return .truth(source.isKnown(index))
    case .record(let function, let periods, let dates):
      let from = dates.isEmpty ? nil : try day(dates[0])
      let through = dates.count < 2 ? nil : try day(dates[1])
      return try source.record(function, periods, from: from, through: through, in: setting)
    default: return try evaluateSeries(term)
    }
  }

  /// The key of a row: a day number for a table by date, else a whole number.
  func key(_ key: Value, of index: Int) throws(EvaluationError) -> Int {
    if rules.parameters[index].shape == .table(.date) { return Int(try Self.day(key).number) }
    let value = try Self.number(key)
    // A table by number holds from each row on, so a fraction belongs to the row below it.
    guard let floor = try? value.rounded(to: 1, .floor), let whole = floor.intValue,
      rules.parameters[index].shape == .table(.number) || floor == value
    else { throw .notADay }
    return whole
  }

  private mutating func product(_ above: [Term], over below: [Term]) throws(EvaluationError)
    -> ExactDecimal
  {
    var numerators: [ExactDecimal] = []
    for term in above { numerators.append(try number(term)) }
    var denominators: [ExactDecimal] = []
    for term in below { denominators.append(try number(term)) }
    return try exactly { () throws(ArithmeticError) in
      try ExactDecimal.quotient(of: numerators, by: denominators)
    }
  }
}

extension Term.Comparison {
  func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension Term.Period {
  /// The day moved by whole periods of the civil calendar; nil outside it.
  func shift(_ day: Day, by count: Int) -> Day? {
    guard abs(count) < 1_000_000 else { return nil }
    return switch self {
    case .day: try? day.adding(days: count)
    case .week: try? day.adding(days: 7 * count)
    case .month: try? day.adding(months: count)
    case .quarter: try? day.adding(months: 3 * count)
    case .year: try? day.adding(years: count)
    }
  }
}
