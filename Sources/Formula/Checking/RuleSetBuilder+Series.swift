import Quantities

extension RuleSetBuilder {
  mutating func checkAggregate(
    _ name: String, _ argument: Expression, _ range: Range<Int>, _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    guard let aggregate = Term.Aggregate(rawValue: name) else { throw .dependsOnFault }
    if aggregate == .count, case .name(let list) = argument.kind,
      let index = inputIndex[list], inputs[index].type == .dates
    {
      return Checked(
        term: .loopDays(.count, slot: 0, list: .input(index), body: .truth(true)),
        type: .number(.one), range: range)
    }
    let series = try checkSeries(argument, &context)
    guard let unit = series.seriesUnit else { throw .dependsOnFault }
    return Checked(
      term: .aggregate(aggregate, series: series.term),
      type: .number(aggregate == .count ? .one : unit), range: range)
  }

  mutating func checkWeighted(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    try expect(3, arguments, name, range, context)
    let amount = try checkNumber(arguments[0], &context)
    let rates = try checkSeries(arguments[1], &context)
    let weights = try checkSeries(arguments[2], &context)
    guard case .series(let rateUnit) = rates.type, case .series(let weightUnit) = weights.type
    else {
      throw context.fault(
        "formula.series-wanted", "'\(name)' takes two series by year",
        at: (rates.isYearly ? weights : rates).range)
    }
    guard amount.unit == weightUnit || amount.isPlain && weightUnit.acceptsPlainNumbers else {
      throw context.fault(
        "formula.unit-mismatch", "the weights are in \(weightUnit), the amount to take is not",
        at: arguments[0].range)
    }
    return Checked(
      term: .weighted(
        highest: name == "sum_top", amount: amount.term, rates: rates.term,
        weights: weights.term),
      type: .number(rateUnit.multiplied(by: weightUnit)), range: range)
  }

  mutating func checkLoop(
    _ name: String, _ variable: String, _ over: Expression, _ body: Expression,
    _ range: Range<Int>, _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    guard let aggregate = Term.Aggregate(rawValue: name) else {
      throw context.fault(
        "formula.unknown-loop", "'\(name)' cannot run over years",
        hint: "sum, mean, count, min, max, all and any can", at: range)
    }
    guard variable.isRuleName else {
      throw context.fault("formula.syntax", "'\(variable)' cannot be a name", at: range)
    }
    let outer = context
    if case .range(let low, let high) = over.kind {
      let from = try checkYear(low, &context)
      let through = try checkYear(high, &context)
      let slot = context.newSlot()
      context.scope = context.scope.binding(variable, as: .number(.one), slot: slot)
      let inner = try check(body, &context)
      restore(&context, to: outer)
      let type = try loopType(aggregate, inner, body, context)
      return Checked(
        term: .loop(
          aggregate, slot: slot, from: from.term, through: through.term, body: inner.term),
        type: type, isPlain: false, range: range)
    }
    let list = try check(over, &context)
    guard list.type == .dates else {
      throw context.fault(
        "formula.years-wanted", "expected years 'a..b' or a list of dates", at: over.range)
    }
    let slot = context.newSlot()
    context.scope = context.scope.binding(variable, as: .date, slot: slot)
    let inner = try check(body, &context)
    restore(&context, to: outer)
    let type = try loopType(aggregate, inner, body, context)
    return Checked(
      term: .loopDays(aggregate, slot: slot, list: list.term, body: inner.term), type: type,
      range: range)
  }

  mutating func checkFold(
    _ accumulator: String, _ initial: Expression, _ variable: String, _ over: Expression,
    _ body: Expression, _ range: Range<Int>, _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    guard accumulator.isRuleName, variable.isRuleName, accumulator != variable else {
      throw context.fault(
        "formula.syntax", "a fold needs two different names in small letters", at: range)
    }
    guard case .range(let low, let high) = over.kind else {
      return try checkFoldOverDays(accumulator, initial, variable, over, body, range, &context)
    }
    let outer = context
    let start = try checkNumber(initial, &context)
    let from = try checkYear(low, &context)
    let through = try checkYear(high, &context)
    let slot = context.newSlot()
    let yearSlot = context.newSlot()
    context.scope = context.scope.binding(accumulator, as: start.type, slot: slot)
      .binding(variable, as: .number(.one), slot: yearSlot)
    let inner = try check(body, &context)
    restore(&context, to: outer)
    guard inner.type == start.type else {
      throw context.fault(
        "formula.unit-mismatch",
        "the value carried on is \(start.type), each year yields \(inner.type)",
        at: body.range)
    }
    return Checked(
      term: .fold(
        slot: slot, initial: start.term, yearSlot: yearSlot, from: from.term,
        through: through.term, body: inner.term),
      type: start.type, range: range)
  }

  private mutating func checkFoldOverDays(
    _ accumulator: String, _ initial: Expression, _ variable: String, _ over: Expression,
    _ body: Expression, _ range: Range<Int>, _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let outer = context
    let list = try check(over, &context)
    guard list.type == .dates else {
      throw context.fault(
        "formula.years-wanted", "expected years 'a..b' or a list of dates", at: over.range)
    }
    let start = try check(initial, &context)
    let slot = context.newSlot()
    let daySlot = context.newSlot()
    context.scope = context.scope.binding(accumulator, as: start.type, slot: slot)
      .binding(variable, as: .date, slot: daySlot)
    let inner = try check(body, &context)
    restore(&context, to: outer)
    guard inner.type == start.type, start.type == .date || start.unit != nil else {
      throw context.fault(
        "formula.unit-mismatch",
        "the value carried on is \(start.type), each date yields \(inner.type)", at: body.range)
    }
    return Checked(
      term: .foldDays(
        slot: slot, initial: start.term, daySlot: daySlot, list: list.term, body: inner.term),
      type: start.type, range: range)
  }

  /// Leaves a loop: its names are forgotten, its slots free again.
  private func restore(_ context: inout FormulaContext, to outer: FormulaContext) {
    context.scope = outer.scope
    context.slots = outer.slots
  }

  private func loopType(
    _ aggregate: Term.Aggregate, _ body: Checked, _ expression: Expression,
    _ context: FormulaContext
  ) throws(CheckFailure) -> ValueType {
    switch aggregate {
    case .all, .any, .count:
      guard body.type == .truth else {
        throw context.fault(
          "formula.condition-wanted",
          "'\(aggregate.rawValue)' needs a condition, this is \(body.type)",
          at: expression.range)
      }
      return aggregate == .count ? .number(.one) : .truth
    case .sum, .mean, .max, .min:
      guard body.unit != nil else {
        throw context.fault(
          "formula.number-wanted", "expected a number, this is \(body.type)",
          at: expression.range)
      }
      return body.type
    }
  }
}
