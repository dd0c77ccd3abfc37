import Quantities

/// The state of checking one formula.
struct FormulaContext {
  let fragment: SourceFragment
  var scope: Scope
  /// The number of local names in use, and the most ever in use.
  var slots: Int
  var mostSlots: Int

  mutating func newSlot() -> Int {
    defer {
      slots += 1
      mostSlots = max(mostSlots, slots)
    }
    return slots
  }

  func fault(
    _ code: String, _ message: String, hint: String? = nil, at range: Range<Int>
  ) -> CheckFailure {
    .fault(
      Diagnostic(
        code, message, hint: hint, at: fragment.location(of: range.lowerBound),
        length: range.count))
  }
}

extension RuleSetBuilder {
  /// Checks a step once; nil if it has a fault.
  mutating func checkStep(_ index: Int) -> CheckedStep? {
    if let done = checked[index] { return done }
    if failed.contains(index) { return nil }
    beingChecked.append(index)
    defer { beingChecked.removeLast() }
    do {
      let step = try check(declarations[index], index: index)
      checked[index] = step
      return step
    } catch .fault(let diagnostic) {
      report(diagnostic)
    } catch {}
    failed.insert(index)
    return nil
  }

  private mutating func check(_ step: StepDeclaration, index: Int) throws(CheckFailure)
    -> CheckedStep
  {
    var slots = 0
    var from: Term?
    var through: Term?
    var scope = Scope()
    if step.cadence != .once {
      if let over = step.over {
        let bounds = try checkBounds(over, of: step.cadence)
        from = bounds.from
        through = bounds.through
        slots = bounds.slots
      }
      scope.enter(step.cadence)
      slots = max(slots, 1)
    } else if let stray = step.over ?? step.only {
      throw .fault(
        Diagnostic(
          "rule.years-of-plain-step", "only a step with 'each' has years or months to choose from",
          hint: "add 'each: year' or 'each: month'", at: stray.location(), length: stray.text.count)
      )
    }
    let formula = try checkFormula(step.formula, scope, &slots)
    var type = formula.type
    var plain = formula.isPlain
    var zero = formula.isZero
    var alternatives: [CheckedStep.Alternative] = []
    var isCertain = false
    for (place, exception) in step.exceptions.enumerated() {
      let condition = try checkFormula(exception.condition, scope, &slots)
      try require(condition, .truth, exception.condition, "the condition of an exception")
      let instead = try checkFormula(exception.formula, scope, &slots)
      if isCertain || condition.term == .truth(false)
        || step.exceptions[..<place].contains(where: {
          $0.condition.text == exception.condition.text
        })
      {
        unreachable.append((index, place))
      }
      if condition.term == .truth(true) { isCertain = true }
      (type, plain) = try agree(
        (type, plain, zero), with: instead, exception.formula, "the exception")
      zero = zero && instead.isZero
      alternatives.append(
        .init(condition: condition.term, formula: instead.term, rounding: exception.rounding))
    }
    var only: Term?
    if let fragment = step.only {
      let condition = try checkFormula(fragment, scope, &slots)
      try require(condition, .truth, fragment, "'where'")
      only = condition.term
    }
    type = try settle(type, plain: plain, of: step)
    if step.cadence != .once {
      guard case .number(let unit) = type else {
        throw .fault(
          Diagnostic(
            "rule.yearly-number", "a step with 'each' yields a number, not \(type)",
            at: step.formula.location(), length: step.formula.text.count))
      }
      type = step.cadence == .year ? .series(unit) : .months(unit)
    }
    if step.rounding != nil || step.exceptions.contains(where: { $0.rounding != nil }) {
      switch type {
      case .number, .series, .months: break
      default:
        throw .fault(
          Diagnostic(
            "rule.round-no-number", "only a number can be rounded; this is \(type)",
            at: step.location))
      }
    }
    return CheckedStep(
      declaration: step, type: type, formula: formula.term, alternatives: alternatives,
      from: from, through: through, only: only, localCount: slots)
  }

  /// Holds the type against the unit the author wrote.
  private func settle(_ type: ValueType, plain: Bool, of step: StepDeclaration)
    throws(CheckFailure) -> ValueType
  {
    guard let wanted = step.unit else { return type }
    let message: String
    switch type {
    case .number(let unit) where unit == wanted: return type
    case .number where plain && wanted.acceptsPlainNumbers: return .number(wanted)
    case .number(let unit): message = "the formula yields \(unit), the step says \(wanted)"
    case .series(let unit) where unit == wanted: return type
    case .months(let unit) where unit == wanted: return type
    default: message = "the formula yields \(type), the step says \(wanted)"
    }
    throw .fault(
      Diagnostic(
        "formula.unit-mismatch", message,
        hint: "multiply or divide by what is missing, such as '1 month' or '12 months'",
        at: step.formula.location(), length: step.formula.text.count))
  }

  private func agree(
    _ general: (type: ValueType, plain: Bool, zero: Bool), with other: Checked,
    _ fragment: SourceFragment, _ what: String
  ) throws(CheckFailure) -> (ValueType, Bool) {
    if general.type == other.type { return (general.type, general.plain && other.isPlain) }
    if case .number(let unit) = general.type, case .number(let otherUnit) = other.type {
      if other.isPlain, unit.acceptsPlainNumbers || other.isZero { return (general.type, false) }
      if general.plain, otherUnit.acceptsPlainNumbers || general.zero { return (other.type, false) }
    }
    throw .fault(
      Diagnostic(
        "formula.unit-mismatch",
        "\(what) yields \(other.type), the general rule \(general.type)",
        at: fragment.location(), length: fragment.text.count))
  }

  private mutating func checkBounds(
    _ fragment: SourceFragment, of cadence: StepDeclaration.Cadence
  ) throws(CheckFailure) -> (from: Term, through: Term, slots: Int) {
    let expression = try parse(fragment)
    guard case .range(let low, let high) = expression.kind else {
      throw .fault(
        Diagnostic(
          "formula.years-wanted", "expected years, such as first_year .. last_year",
          at: fragment.location(), length: fragment.text.count))
    }
    var context = FormulaContext(fragment: fragment, scope: Scope(), slots: 0, mostSlots: 0)
    let from: Checked
    let through: Checked
    if cadence == .year {
      from = try checkYear(low, &context)
      through = try checkYear(high, &context)
    } else {
      from = try checkDate(low, &context)
      through = try checkDate(high, &context)
    }
    return (from.term, through.term, context.mostSlots)
  }

  func parse(_ fragment: SourceFragment) throws(CheckFailure) -> Expression {
    do {
      return try Expression.parse(fragment)
    } catch {
      throw .fault(error)
    }
  }

  private mutating func checkFormula(
    _ fragment: SourceFragment, _ scope: Scope, _ slots: inout Int
  ) throws(CheckFailure) -> Checked {
    let expression = try parse(fragment)
    let first = scope.yearTerm == nil ? 0 : 1
    var context = FormulaContext(
      fragment: fragment, scope: scope, slots: first, mostSlots: first)
    let result = try check(expression, &context)
    slots = max(slots, context.mostSlots)
    return result
  }

  private func require(
    _ checked: Checked, _ type: ValueType, _ fragment: SourceFragment, _ what: String
  ) throws(CheckFailure) {
    guard checked.type != type else { return }
    throw .fault(
      Diagnostic(
        "formula.type-mismatch", "\(what) must be \(type), this is \(checked.type)",
        at: fragment.location(), length: fragment.text.count))
  }
}
