import Quantities

extension RuleSetBuilder {
  mutating func checkBinary(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    switch symbol {
    case .and, .or:
      let first = try checkCondition(left, &context)
      let second = try checkCondition(right, &context)
      let term: Term =
        symbol == .and ? .and(first.term, second.term) : .or(first.term, second.term)
      return Checked(term: term, type: .truth, range: range)
    case .contains:
      let year = try checkYear(left, &context)
      let series = try checkSeries(right, &context)
      return Checked(
        term: .contains(series: series.term, year: year.term), type: .truth, range: range)
    case .multiply, .divide: return try checkProduct(symbol, left, right, range, &context)
    case .add, .subtract: return try checkSum(symbol, left, right, range, &context)
    default: return try checkComparison(symbol, left, right, range, &context)
    }
  }

  /// A chain of `*` and `/` becomes one product over one product, divided once at the end.
  private mutating func checkProduct(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let first = try checkNumber(left, &context)
    let second = try checkNumber(right, &context)
    guard let leftUnit = first.unit, let rightUnit = second.unit else { throw .dependsOnFault }
    func parts(_ checked: Checked) -> (above: [Term], below: [Term]) {
      if case .product(let above, let below) = checked.term { return (above, below) }
      return ([checked.term], [])
    }
    let (above, below) = parts(first)
    let (otherAbove, otherBelow) = parts(second)
    let isProduct = symbol == .multiply
    let term = Term.product(
      above + (isProduct ? otherAbove : otherBelow),
      over: below + (isProduct ? otherBelow : otherAbove))
    return Checked(
      term: term,
      type: .number(
        isProduct ? leftUnit.multiplied(by: rightUnit) : leftUnit.divided(by: rightUnit)),
      isPlain: first.isPlain && second.isPlain, range: range)
  }

  private mutating func checkSum(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let first = try check(left, &context)
    let second = try check(right, &context)
    if first.type == .date {
      if second.type == .date, symbol == .subtract {
        return Checked(
          term: .function(.daysBetween, [second.term, first.term]), type: .number(.day),
          range: range)
      }
      guard let unit = second.unit, let name = unit.period, let period = Term.Period(rawValue: name)
      else {
        throw context.fault(
          "formula.duration-wanted", "what is added to a date is days, months or years",
          hint: "say which: 30 days, 6 months", at: right.range)
      }
      return Checked(
        term: .shift(day: first.term, by: second.term, period, backwards: symbol == .subtract),
        type: .date, range: range)
    }
    guard first.unit != nil else {
      throw context.fault(
        "formula.number-wanted", "expected a number, this is \(first.type)", at: left.range)
    }
    guard second.unit != nil else {
      throw context.fault(
        "formula.number-wanted", "expected a number, this is \(second.type)", at: right.range)
    }
    let verb = symbol == .add ? "added" : "subtracted"
    let (type, plain) = try unify(first, second, range, context, "what is \(verb)")
    return Checked(
      term: symbol == .add
        ? .sum(first.term, second.term) : .difference(first.term, second.term),
      type: type, isPlain: plain, range: range)
  }

  private mutating func checkComparison(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let comparison: Term.Comparison =
      switch symbol {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      default: .greaterOrEqual
      }
    let first = try check(left, &context)
    if case .choice(let words) = first.type {
      guard comparison == .equal || comparison == .notEqual else {
        throw context.fault(
          "formula.no-order", "words have no order; compare with = or !=", at: range)
      }
      guard case .name(let word) = right.kind else {
        throw context.fault(
          "formula.word-wanted", "expected \(first.type)", at: right.range)
      }
      guard let place = words.firstIndex(of: word) else {
        throw context.fault(
          "formula.unknown-word", "'\(word)' is not \(first.type)",
          hint: nearest(to: word, among: words).map { "did you mean '\($0)'?" }, at: right.range)
      }
      return Checked(
        term: .compareOrdinals(comparison, first.term, .symbol(place)), type: .truth,
        range: range)
    }
    let second = try check(right, &context)
    if first.unit != nil, second.unit != nil {
      let common = try unify(first, second, range, context, "what is compared")
      guard case .number(let unit) = common.type else { throw .dependsOnFault }
      return Checked(
        term: .compare(comparison, first.term, second.term, unit: unit), type: .truth,
        range: range)
    }
    guard first.type == second.type, first.type == .date || first.type == .country else {
      throw context.fault(
        "formula.type-mismatch", "\(first.type) cannot be compared with \(second.type)", at: range)
    }
    guard first.type == .date || comparison == .equal || comparison == .notEqual else {
      throw context.fault(
        "formula.no-order", "countries have no order; compare with = or !=", at: range)
    }
    return Checked(
      term: .compareOrdinals(comparison, first.term, second.term), type: .truth, range: range)
  }

  /// The common type of two branches or operands; a plain number bends to a unit without money.
  func unify(
    _ first: Checked, _ second: Checked, _ range: Range<Int>, _ context: FormulaContext,
    _ what: String
  ) throws(CheckFailure) -> (type: ValueType, isPlain: Bool) {
    if first.type == second.type { return (first.type, first.isPlain && second.isPlain) }
    if let left = first.unit, let right = second.unit {
      if first.isPlain, right.acceptsPlainNumbers || first.isZero { return (second.type, false) }
      if second.isPlain, left.acceptsPlainNumbers || second.isZero { return (first.type, false) }
      throw context.fault(
        "formula.unit-mismatch", "\(what) must have one unit: here \(left) and \(right)",
        hint: "a plain number may stand for a count, never for money", at: range)
    }
    throw context.fault(
      "formula.type-mismatch", "\(what) must be of one kind: here \(first.type) and \(second.type)",
      at: range)
  }
}
