import Quantities

extension RuleSetBuilder {
  /// Resolves the names of a formula and agrees its units.
  mutating func check(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let range = expression.range
    switch expression.kind {
    case .number(let value, let unit):
      return Checked(
        term: .number(value), type: .number(unit), isPlain: unit == .one, range: range)
    case .date(let day):
      return Checked(term: .day(day), type: .date, range: range)
    case .name(let name):
      return try checkName(name, range, &context, wantsSeries: false)
    case .negated(let operand):
      let inner = try checkNumber(operand, &context)
      return Checked(
        term: .negated(inner.term), type: inner.type, isPlain: inner.isPlain, range: range)
    case .not(let operand):
      let inner = try checkCondition(operand, &context)
      return Checked(term: .not(inner.term), type: .truth, range: range)
    case .binary(let symbol, let left, let right):
      return try checkBinary(symbol, left, right, range, &context)
    case .conditional(let condition, let consequence, let alternative):
      let test = try checkCondition(condition, &context)
      let then = try check(consequence, &context)
      let otherwise = try check(alternative, &context)
      let (type, plain) = try unify(then, otherwise, range, context, "the two outcomes")
      return Checked(
        term: .conditional(test.term, then.term, otherwise.term), type: type, isPlain: plain,
        range: range)
    case .at(let inner, let day): return try checkAt(inner, day, range, &context)
    case .element(let inner, let key):
      return try checkElement(inner, key, on: nil, range, &context)
    case .call(let name, let arguments):
      return try checkCall(name, arguments, range, &context)
    case .range:
      throw context.fault(
        "formula.years-misplaced", "years 'a..b' have a meaning only in a loop or as 'over'",
        at: range)
    case .list:
      throw context.fault(
        "formula.list-misplaced", "a list has a meaning only as classes of periods", at: range)
    case .loop(let name, let variable, let over, let body):
      return try checkLoop(name, variable, over, body, range, &context)
    case .fold(let accumulator, let initial, let variable, let over, let body):
      return try checkFold(accumulator, initial, variable, over, body, range, &context)
    }
  }

  mutating func checkNumber(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let checked = try check(expression, &context)
    guard checked.unit != nil else {
      throw context.fault(
        "formula.number-wanted", "expected a number, this is \(checked.type)",
        at: expression.range)
    }
    return checked
  }

  mutating func checkCondition(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let checked = try check(expression, &context)
    guard checked.type == .truth else {
      throw context.fault(
        "formula.condition-wanted", "expected a condition, this is \(checked.type)",
        hint: "compare it with something", at: expression.range)
    }
    return checked
  }

  mutating func checkDate(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let checked = try check(expression, &context)
    guard checked.type == .date else {
      throw context.fault(
        "formula.date-wanted", "expected a date, this is \(checked.type)", at: expression.range)
    }
    return checked
  }

  /// A year: a plain number.
  mutating func checkYear(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let checked = try checkNumber(expression, &context)
    guard checked.unit == .one else {
      throw context.fault(
        "formula.year-wanted", "expected a year, this is \(checked.type)",
        hint: "number(x) drops a unit", at: expression.range)
    }
    return checked
  }

  /// A whole series, where a function takes one.
  mutating func checkSeries(_ expression: Expression, _ context: inout FormulaContext)
    throws(CheckFailure) -> Checked
  {
    let checked: Checked
    if case .name(let name) = expression.kind {
      checked = try checkName(name, expression.range, &context, wantsSeries: true)
    } else {
      let outer = (context.scope.yearTerm, context.scope.monthTerm)
      // Inside the argument a series of a class (`months_touched(any)`) is meant whole.
      (context.scope.yearTerm, context.scope.monthTerm) = (nil, nil)
      defer { (context.scope.yearTerm, context.scope.monthTerm) = outer }
      checked = try check(expression, &context)
    }
    guard checked.seriesUnit != nil else {
      throw context.fault(
        "formula.series-wanted", "expected a series, this is \(checked.type)",
        at: expression.range)
    }
    return checked
  }

  // MARK: Names

  mutating func checkName(
    _ name: String, _ range: Range<Int>, _ context: inout FormulaContext, wantsSeries: Bool
  ) throws(CheckFailure) -> Checked {
    if let local = context.scope.local(named: name) {
      return Checked(term: .local(local.slot), type: local.type, range: range)
    }
    if name == "setting" {
      return Checked(
        term: .setting, type: .choice(Setting.allCases.map(\.name)), range: range)
    }
    if let index = inputIndex[name] {
      return elementOrWhole(
        .input(index), inputs[index].type, range, context, wantsSeries: wantsSeries)
    }
    if let index = stepIndex[name] {
      let type = try typeOfStep(index, range, context, otherSetting: false)
      return elementOrWhole(.step(index, nil), type, range, context, wantsSeries: wantsSeries)
    }
    if let index = parameterIndex[name] {
      readParameters.insert(index)
      return try checkParameter(index, on: nil, range, context)
    }
    if name == "yes" || name == "no" {
      return Checked(term: .truth(name == "yes"), type: .truth, range: range)
    }
    if name.utf8.count == 2, let country = Country(name), name == name.uppercased() {
      return Checked(term: .symbol(country.ordinal), type: .country, range: range)
    }
    if broken.contains(name) { throw .dependsOnFault }
    let known = Array(inputIndex.keys) + Array(stepIndex.keys) + Array(parameterIndex.keys)
    throw context.fault(
      "formula.undefined-name", "'\(name)' is not defined",
      hint: nearest(to: name, among: known.sorted()).map { "did you mean '\($0)'?" },
      at: range)
  }

  /// In a step by year or month the bare name of a series means that year's number.
  private func elementOrWhole(
    _ term: Term, _ type: ValueType, _ range: Range<Int>, _ context: FormulaContext,
    wantsSeries: Bool
  ) -> Checked {
    if case .series(let unit) = type, !wantsSeries, let year = context.scope.yearTerm {
      return Checked(term: .element(series: term, year: year), type: .number(unit), range: range)
    }
    if case .months(let unit) = type, !wantsSeries, let day = context.scope.monthTerm {
      return Checked(
        term: .monthElement(series: term, day: day), type: .number(unit), range: range)
    }
    return Checked(term: term, type: type, range: range)
  }

  /// The type of a step that another formula names.
  mutating func typeOfStep(
    _ index: Int, _ range: Range<Int>, _ context: FormulaContext, otherSetting: Bool
  ) throws(CheckFailure) -> ValueType {
    if let place = beingChecked.firstIndex(of: index) {
      let declaration = declarations[index]
      // In another setting it is another value; its unit must then be written down.
      if otherSetting, let unit = declaration.unit {
        return switch declaration.cadence {
        case .once: .number(unit)
        case .year: .series(unit)
        case .month: .months(unit)
        }
      }
      let circle = beingChecked[place...].map { declarations[$0].id } + [declaration.id]
      throw context.fault(
        "formula.circle",
        otherSetting
          ? "'\(declaration.id)' must say its unit to be used in another setting of itself"
          : "a step cannot depend on itself: \(circle.joined(separator: " → "))", at: range)
    }
    guard let step = checkStep(index) else { throw .dependsOnFault }
    return step.type
  }

  func checkParameter(
    _ index: Int, on day: Term?, _ range: Range<Int>, _ context: FormulaContext
  ) throws(CheckFailure) -> Checked {
    let parameter = parameters[index]
    let type = ValueType.number(parameter.unit)
    switch parameter.shape {
    case .constant, .dated:
      return Checked(term: .parameter(index, on: day), type: type, range: range)
    case .yearly, .editions:
      guard let year = context.scope.yearTerm else {
        throw context.fault(
          "formula.which-year", "'\(parameter.id)' has a value for each year: which one?",
          hint: "write \(parameter.id)[year(start)] or the like", at: range)
      }
      return Checked(
        term: .row(index, key: year, on: day), type: type, range: range)
    case .table(let key):
      throw context.fault(
        "formula.which-row", "'\(parameter.id)' is a table: which row?",
        hint: key == .date
          ? "write \(parameter.id)[birth] or another date" : "write \(parameter.id)[a number]",
        at: range)
    }
  }

  // MARK: x at DATE, x[key]

  private mutating func checkAt(
    _ inner: Expression, _ day: Expression, _ range: Range<Int>, _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    let date = try checkDate(day, &context)
    switch inner.kind {
    case .name(let name):
      if let index = parameterIndex[name] {
        readParameters.insert(index)
        switch parameters[index].shape {
        case .dated, .editions:
          return try checkParameter(index, on: date.term, range, context)
        default: break
        }
      }
    case .element(let series, let key):
      return try checkElement(series, key, on: date.term, range, &context)
    default: break
    }
    throw context.fault(
      "formula.at-misplaced", "'at' follows the name of a parameter with dated values",
      at: inner.range)
  }

  private mutating func checkElement(
    _ inner: Expression, _ key: Expression, on day: Term?, _ range: Range<Int>,
    _ context: inout FormulaContext
  ) throws(CheckFailure) -> Checked {
    if case .name(let name) = inner.kind, context.scope.local(named: name) == nil,
      let index = parameterIndex[name]
    {
      readParameters.insert(index)
      let parameter = parameters[index]
      guard day == nil || parameter.shape == .editions else {
        throw context.fault(
          "formula.at-misplaced", "'at' follows the name of a parameter with dated values",
          at: inner.range)
      }
      let term: Term
      switch parameter.shape {
      case .yearly, .editions: term = try checkYear(key, &context).term
      case .table(.date): term = try checkDate(key, &context).term
      case .table(.number): term = try checkNumber(key, &context).term
      case .constant, .dated:
        throw context.fault(
          "formula.no-rows", "'\(name)' has no rows to choose from",
          hint: parameter.shape == .dated ? "write '\(name) at DATE'" : nil, at: range)
      }
      return Checked(
        term: .row(index, key: term, on: day), type: .number(parameter.unit), range: range)
    }
    guard day == nil else {
      throw context.fault(
        "formula.at-misplaced", "'at' follows the name of a parameter with dated values",
        at: inner.range)
    }
    let series = try checkSeries(inner, &context)
    guard let unit = series.seriesUnit else { throw .dependsOnFault }
    if case .months = series.type {
      let day = try checkDate(key, &context)
      return Checked(
        term: .monthElement(series: series.term, day: day.term), type: .number(unit),
        range: range)
    }
    let year = try checkYear(key, &context)
    return Checked(
      term: .element(series: series.term, year: year.term), type: .number(unit), range: range)
  }
}
