import Quantities

extension RuleSetBuilder {
  mutating func checkCall(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    if let record = RecordFunction(rawValue: name) {
      return try checkRecord(record, arguments, range, &context)
    }
    switch name {
    case "in_year":
      try expect(2, arguments, name, range, context)
      let months = try checkSeries(arguments[0], &context)
      guard case .months(let unit) = months.type else {
        throw context.fault(
          "formula.series-wanted", "'in_year' takes a series by month", at: arguments[0].range)
      }
      let year = try checkYear(arguments[1], &context)
      return Checked(
        term: .inYear(series: months.term, year: year.term), type: .number(unit), range: range)
    case "known": return try checkKnown(arguments, range, context)
    case "independent", "theoretical", "totalized":
      return try checkOtherSetting(name, arguments, range, context)
    case "top", "bottom":
      try expect(2, arguments, name, range, context)
      let count = try checkNumber(arguments[0], &context)
      let series = try checkSeries(arguments[1], &context)
      return Checked(
        term: .select(highest: name == "top", count: count.term, series: series.term),
        type: series.type, range: range)
    case "sum_top", "sum_bottom": return try checkWeighted(name, arguments, range, &context)
    case "sum", "mean", "count":
      try expect(1, arguments, name, range, context)
      return try checkAggregate(name, arguments[0], range, &context)
    case "min", "max":
      if arguments.count == 1 { return try checkAggregate(name, arguments[0], range, &context) }
      return try checkExtreme(name, arguments, range, &context)
    default: break
    }
    guard let function = Term.Function(rawValue: name) else {
      let all =
        Term.Function.allCases.map(\.rawValue) + RecordFunction.allCases.map(\.rawValue) + [
          "sum", "mean", "count", "top", "bottom", "sum_top", "sum_bottom", "fold", "known",
        ]
      throw context.fault(
        "formula.unknown-function", "there is no function '\(name)'",
        hint: nearest(to: name, among: all).map { "did you mean '\($0)'?" }, at: range)
    }
    return try checkFunction(function, arguments, range, &context)
  }

  func expect(
    _ count: Int, _ arguments: [Expression], _ name: String, _ range: Range<Int>,
    _ context: FormulaContext
  ) throws(CheckFailure) {
    guard arguments.count != count else { return }
    throw context.fault(
      "formula.argument-count",
      "'\(name)' takes \(count) argument\(count == 1 ? "" : "s"), here are \(arguments.count)",
      at: range)
  }

  private mutating func checkFunction(
    _ function: Term.Function, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let name = function.rawValue
    switch function {
    case .absolute, .number, .perMonth, .perYear:
      try expect(1, arguments, name, range, context)
      let operand = try checkNumber(arguments[0], &context)
      return Checked(
        term: .function(function, [operand.term]),
        type: try resultType(function, of: operand, range, context), range: range)
    case .floor, .ceil, .round: return try checkRounding(function, arguments, range, &context)
    case .year, .month, .day, .firstOfMonth, .firstOfNextMonth, .lastOfMonth, .age:
      try expect(1, arguments, name, range, context)
      let day = try checkDate(arguments[0], &context)
      let type: ValueType =
        switch function {
        case .year, .month, .day: .number(.one)
        case .age: .number(.year)
        default: .date
        }
      return Checked(term: .function(function, [day.term]), type: type, range: range)
    case .date:
      try expect(3, arguments, name, range, context)
      var parts: [Term] = []
      for argument in arguments { parts.append(try checkYear(argument, &context).term) }
      return Checked(term: .function(.date, parts), type: .date, range: range)
    case .monthsBetween, .calendarMonths, .yearsBetween, .daysBetween:
      try expect(2, arguments, name, range, context)
      let from = try checkDate(arguments[0], &context)
      let through = try checkDate(arguments[1], &context)
      let unit: Unit =
        function == .yearsBetween ? .year : function == .daysBetween ? .day : .month
      return Checked(
        term: .function(function, [from.term, through.term]), type: .number(unit), range: range)
    case .monthsIn:
      try expect(3, arguments, name, range, context)
      let year = try checkYear(arguments[0], &context)
      let from = try checkDate(arguments[1], &context)
      let through = try checkDate(arguments[2], &context)
      return Checked(
        term: .function(.monthsIn, [year.term, from.term, through.term]), type: .number(.month),
        range: range)
    case .citizen:
      try expect(1, arguments, name, range, context)
      let country = try check(arguments[0], &context)
      guard country.type == .country else {
        throw context.fault(
          "formula.country-wanted", "expected a country, such as US", at: arguments[0].range)
      }
      return Checked(term: .function(.citizen, [country.term]), type: .truth, range: range)
    case .minimum, .maximum, .earliest, .latest:
      return try checkExtreme(
        function == .minimum ? "min" : "max", arguments, range, &context)
    }
  }

  private func resultType(
    _ function: Term.Function, of operand: Checked, _ range: Range<Int>,
    _ context: FormulaContext
  ) throws(CheckFailure) -> ValueType {
    guard let unit = operand.unit else { throw .dependsOnFault }
    switch function {
    case .number: return .number(.one)
    case .perMonth, .perYear:
      let (wanted, result): (String, Unit) =
        function == .perMonth ? ("year", .month) : ("month", .year)
      guard unit.per == wanted else {
        throw context.fault(
          "formula.unit-mismatch",
          "'\(function.rawValue)' takes an amount per \(wanted), this is in \(unit)", at: range)
      }
      let whole = unit.multiplied(by: wanted == "year" ? .year : .month)
      return .number(whole.divided(by: result))
    default: return operand.type
    }
  }

  private mutating func checkRounding(
    _ function: Term.Function, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    guard arguments.count == 1 || arguments.count == 2 else {
      throw context.fault(
        "formula.argument-count",
        "'\(function.rawValue)' takes a number, and the step to round to", at: range)
    }
    let operand = try checkNumber(arguments[0], &context)
    var quantum = Term.number(1)
    if arguments.count == 2 {
      let step = try checkNumber(arguments[1], &context)
      guard case .number(let value) = step.term, value.signum > 0 else {
        throw context.fault(
          "formula.quantum-wanted", "expected a positive number to round to, such as 0.01",
          at: arguments[1].range)
      }
      quantum = step.term
    }
    return Checked(
      term: .function(function, [operand.term, quantum]), type: operand.type,
      isPlain: operand.isPlain, range: range)
  }

  private mutating func checkExtreme(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    guard let first = arguments.first else {
      throw context.fault(
        "formula.argument-count", "'\(name)' needs something to choose from", at: range)
    }
    var result = try check(first, &context)
    var terms = [result.term]
    for argument in arguments.dropFirst() {
      let next = try check(argument, &context)
      let (type, plain) = try unify(result, next, range, context, "what '\(name)' compares")
      // A zero or plain number stays bendable until a unit has been met.
      result.type = type
      result.isPlain = plain
      if !next.isZero { result.term = next.term }
      terms.append(next.term)
    }
    let isMinimum = name == "min"
    switch result.type {
    case .number:
      return Checked(
        term: .function(isMinimum ? .minimum : .maximum, terms), type: result.type,
        isPlain: result.isPlain, range: range)
    case .date:
      return Checked(
        term: .function(isMinimum ? .earliest : .latest, terms), type: .date, range: range)
    default:
      throw context.fault(
        "formula.number-wanted", "'\(name)' compares numbers or dates, not \(result.type)",
        at: range)
    }
  }

  private mutating func checkRecord(
    _ function: RecordFunction, _ arguments: [Expression], _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let counts = function.dateArguments.map { $0 + 1 }
    guard let first = arguments.first, counts.contains(arguments.count) else {
      let dates = counts.contains(1) ? "" : ", a first and a last day"
      throw context.fault(
        "formula.argument-count", "'\(function.rawValue)' takes a class of periods\(dates)",
        at: range)
    }
    let selection = try periodSelection(first, context)
    var dates: [Term] = []
    for argument in arguments.dropFirst() {
      dates.append(try checkDate(argument, &context).term)
    }
    if function == .touched {
      guard let month = context.scope.monthTerm else {
        throw context.fault(
          "formula.month-wanted", "'touched' has a meaning only in a step with 'each: month'",
          at: range)
      }
      dates = [month]
    }
    let term = Term.record(function, selection, dates)
    let type = function.type(schemeUnit: schemeUnit, between: !dates.isEmpty)
    if case .series(let unit) = type, let year = context.scope.yearTerm {
      return Checked(term: .element(series: term, year: year), type: .number(unit), range: range)
    }
    return Checked(term: term, type: type, range: range)
  }

  /// A class of periods, or a list of classes in square brackets.
  private func periodSelection(_ expression: Expression, _ context: FormulaContext)
    throws(CheckFailure) -> PeriodSelection
  {
    let parts: [Expression]
    if case .list(let items) = expression.kind { parts = items } else { parts = [expression] }
    var selection: PeriodSelection = []
    for part in parts {
      guard case .name(let name) = part.kind else {
        throw context.fault(
          "formula.unknown-class", "expected a class of periods, such as any or compulsory",
          at: part.range)
      }
      guard let periodClass = PeriodClass.named[name] else {
        throw context.fault(
          "formula.unknown-class", "'\(name)' is not a class of periods",
          hint: nearest(to: name, among: PeriodClass.named.keys.sorted()).map {
            "did you mean '\($0)'?"
          }, at: part.range)
      }
      selection.insert(PeriodSelection(periodClass))
    }
    return selection
  }

  private func checkKnown(
    _ arguments: [Expression], _ range: Range<Int>, _ context: FormulaContext
  ) throws(CheckFailure) -> Checked {
    try expect(1, arguments, "known", range, context)
    guard case .name(let name) = arguments[0].kind, let index = inputIndex[name],
      inputs[index].isFact
    else {
      throw context.fault(
        "formula.fact-wanted", "'known' asks whether a fact of the case was given",
        at: arguments[0].range)
    }
    return Checked(term: .known(index), type: .truth, range: range)
  }

  private mutating func checkOtherSetting(
    _ name: String, _ arguments: [Expression], _ range: Range<Int>, _ context: FormulaContext
  ) throws(CheckFailure) -> Checked {
    try expect(1, arguments, name, range, context)
    guard case .name(let step) = arguments[0].kind, let index = stepIndex[step],
      let setting = Setting.allCases.first(where: { $0.name == name })
    else {
      throw context.fault(
        "formula.step-wanted", "'\(name)(…)' takes the name of a step", at: arguments[0].range)
    }
    let type = try typeOfStep(index, arguments[0].range, context, otherSetting: true)
    return Checked(term: .step(index, setting), type: type, range: range)
  }
}
