/// Turns a checked formula into register code.
///
/// Registers 0 to `locals - 1` hold the local names of the step; then come those that keep their
/// value while the step is computed, whatever the number of years: constants, inputs and other
/// steps. Temporaries follow and are given out in the manner of a stack, so that a formula needs
/// no more than it is deep.
struct ProgramCompiler {
  private(set) var code: [Instruction] = []
  private(set) var constants: [Cell] = []
  private(set) var operands: [Int32] = []
  private(set) var alternatives: [StepProgram.Alternative] = []
  private(set) var memoFunctions: [RecordFunction] = []
  private(set) var mostOperands = 1
  private var memos: [Memo: Int] = [:]
  private var nextRegister = 0
  private var registerCount = 0
  /// The lasting registers of the step being compiled.
  private var lasting: [LastingTerm: (place: Int, cell: Cell)] = [:]
  private var firstLasting = 0

  private struct Memo: Hashable {
    let function: RecordFunction
    let periods: PeriodSelection
  }

  mutating func compile(_ step: CheckedStep) -> StepProgram {
    lasting = [:]
    let (first, list) = (code.count, operands.count)
    let (constant, alternative) = (constants.count, alternatives.count)
    // The first reading finds what lasts, the second knows how many registers that takes.
    _ = emit(step)
    code.removeLast(code.count - first)
    operands.removeLast(operands.count - list)
    constants.removeLast(constants.count - constant)
    alternatives.removeLast(alternatives.count - alternative)
    return emit(step)
  }

  private mutating func emit(_ step: CheckedStep) -> StepProgram {
    firstLasting = step.localCount
    let firstTemporary = firstLasting + lasting.count
    let lastingCount = lasting.count
    registerCount = firstTemporary
    let start = code.count
    let firstConstant = constants.count
    constants += lasting.values.sorted { $0.place < $1.place }.map(\.cell)
    func program(_ term: Term, _ compiler: inout ProgramCompiler) -> Program {
      compiler.nextRegister = firstTemporary
      let first = compiler.here
      let result = compiler.emit(term)
      return Program(first: first, end: compiler.here, result: result)
    }
    let formula = program(step.formula, &self)
    let derogations = step.alternatives.map { alternative in
      StepProgram.Alternative(
        condition: program(alternative.condition, &self),
        formula: program(alternative.formula, &self),
        rounding: alternative.rounding.map(StepProgram.Quantum.init))
    }
    let from = step.from.map { program($0, &self) }
    let through = step.through.map { program($0, &self) }
    let only = step.only.map { program($0, &self) }
    defer { alternatives += derogations }
    return StepProgram(
      formula: formula, cadence: step.declaration.cadence, from: from, through: through,
      only: only, rounding: step.declaration.rounding.map(StepProgram.Quantum.init),
      firstAlternative: alternatives.count, alternativeCount: derogations.count,
      localCount: step.localCount, firstConstant: firstConstant, lastingCount: lastingCount,
      frame: registerCount, code: start..<code.count)
  }

  private mutating func register() -> Int32 {
    defer {
      nextRegister += 1
      registerCount = max(registerCount, nextRegister)
    }
    return Int32(nextRegister)
  }

  /// Emits code that leaves the value in a register of its own, freeing what it used meanwhile.
  private mutating func emit(_ term: Term) -> Int32 {
    if case .local(let slot) = term { return Int32(slot) }
    if let target = lastingRegister(of: term) { return target }
    let target = register()
    let mark = nextRegister
    emit(term, to: target)
    nextRegister = mark
    return target
  }

  /// The register of a term that keeps its value while the step is computed; nil for others.
  private mutating func lastingRegister(of term: Term) -> Int32? {
    guard let key = LastingTerm(term) else { return nil }
    let place = lasting[key]?.place ?? lasting.count
    lasting[key] = (place, key.constant)
    let target = Int32(firstLasting + place)
    switch term {
    case .input(let index): add(.lastingInput(Int32(index), to: target))
    case .step(let index, let setting):
      add(.lastingStep(Int32(index), setting: Int8(setting?.rawValue ?? -1), to: target))
    case .parameter(let index, nil): add(.lastingParameter(Int32(index), to: target))
    case .record(let function, let periods, _):
      add(.lastingRecord(function, periods, memo: memo(function, periods), to: target))
    default: break
    }
    return target
  }

  private mutating func add(_ instruction: Instruction) { code.append(instruction) }

  private mutating func add(_ constant: Cell, to target: Int32) {
    constants.append(constant)
    add(.constant(Int32(constants.count - 1), to: target))
  }

  private mutating func list(_ places: [Int32]) -> Instruction.Operands {
    operands += places
    mostOperands = max(mostOperands, places.count)
    return Instruction.Operands(
      first: Int32(operands.count - places.count), count: Int32(places.count))
  }

  private mutating func memo(_ function: RecordFunction, _ periods: PeriodSelection) -> Int32 {
    let key = Memo(function: function, periods: periods)
    if let known = memos[key] { return Int32(known) }
    memos[key] = memoFunctions.count
    memoFunctions.append(function)
    return Int32(memoFunctions.count - 1)
  }

  /// Reserves room for a jump whose target is not known yet.
  private mutating func reserve() -> Int {
    add(.jump(0))
    return code.count - 1
  }

  private var here: Int32 { Int32(code.count) }

  private mutating func emit(_ term: Term, to target: Int32) {
    switch term {
    case .number(let value): add(Cell(value), to: target)
    case .truth(let value): add(Cell(value), to: target)
    case .day(let value): add(Cell(value), to: target)
    case .symbol(let place): add(Cell(.choice, place), to: target)
    case .input(let index): add(.input(Int32(index), to: target))
    case .local(let slot): add(.move(Int32(slot), to: target))
    case .setting: add(.setting(to: target))
    case .step(let index, let setting):
      add(.step(Int32(index), setting: Int8(setting?.rawValue ?? -1), to: target))
    case .parameter(let index, let day):
      let on = day.map { emit($0) } ?? -1
      add(.parameter(Int32(index), on: on, to: target))
    case .row(let index, let key, let day):
      let on = day.map { emit($0) } ?? -1
      let place = emit(key)
      add(.row(Int32(index), key: place, on: on, to: target))
    case .negated(let inner): add(.negate(emit(inner), to: target))
    case .sum(let left, let right): add(.add(emit(left), emit(right), to: target))
    case .difference(let left, let right): add(.subtract(emit(left), emit(right), to: target))
    case .product(let above, let below):
      let numerators = above.map { emit($0) }
      let denominators = below.map { emit($0) }
      add(.product(list(numerators), over: list(denominators), to: target))
    case .compare(let comparison, let left, let right, _):
      add(.compare(comparison, emit(left), emit(right), to: target))
    case .compareOrdinals(let comparison, let left, let right):
      add(.compareOrdinals(comparison, emit(left), emit(right), to: target))
    case .not(let inner): add(.not(emit(inner), to: target))
    case .and(let left, let right):
      emit(left, to: target)
      let jump = reserve()
      emit(right, to: target)
      code[jump] = .jumpUnless(target, here)
    case .or(let left, let right):
      emit(left, to: target)
      let jump = reserve()
      emit(right, to: target)
      code[jump] = .jumpIf(target, here)
    case .conditional(let condition, let then, let otherwise):
      let test = emit(condition)
      let toElse = reserve()
      emit(then, to: target)
      let toEnd = reserve()
      code[toElse] = .jumpUnless(test, here)
      emit(otherwise, to: target)
      code[toEnd] = .jump(here)
    case .shift(let day, let amount, let period, let backwards):
      add(.shift(emit(day), by: emit(amount), period, backwards: backwards, to: target))
    case .function(let function, let arguments):
      let places = arguments.map { emit($0) }
      add(.function(function, list(places), to: target))
    case .known(let index): add(.known(Int32(index), to: target))
    case .record(let function, let periods, let dates):
      let places = dates.map { emit($0) }
      add(
        .record(
          function, periods, list(places), memo: memo(function, periods), to: target))
    default: emitSeries(term, to: target)
    }
  }

  private mutating func emitSeries(_ term: Term, to target: Int32) {
    switch term {
    case .element(let series, let key), .monthElement(let series, let key):
      // The tree looks at the key first.
      let place = emit(key)
      var input: Int32 = -1
      if case .input(let index) = series { input = Int32(index) }
      add(.element(series: emit(series), input: input, key: place, to: target))
    case .contains(let series, let year):
      let whole = emit(series)
      add(.contains(series: whole, key: emit(year), to: target))
    case .inYear(let series, let year):
      let place = emit(year)
      add(.inYear(series: emit(series), year: place, to: target))
    case .aggregate(let aggregate, let series):
      add(.aggregate(aggregate, series: emit(series), to: target))
    case .select(let highest, let count, let series):
      let all = emit(series)
      add(.select(highest: highest, count: emit(count), series: all, to: target))
    case .weighted(let highest, let amount, let rates, let weights):
      let first = emit(rates)
      let second = emit(weights)
      add(
        .weighted(
          highest: highest, amount: emit(amount), rates: first, weights: second, to: target))
    case .loop(let aggregate, let slot, let from, let through, let body):
      let first = emit(from)
      let last = emit(through)
      emitLoop(aggregate, body, variable: Int32(slot), to: target) {
        .loopYears(from: first, through: last, variable: Int32(slot), state: $0, end: $1)
      }
    case .loopDays(let aggregate, let slot, let list, let body):
      let days = emit(list)
      // Counting a list binds no name: its variable goes to a register nobody reads.
      let variable = body == .truth(true) ? register() : Int32(slot)
      emitLoop(aggregate, body, variable: variable, to: target) {
        .loopDays(list: days, isSorted: false, variable: variable, state: $0, end: $1)
      }
    case .fold(let slot, let initial, let yearSlot, let from, let through, let body):
      let first = emit(from)
      let last = emit(through)
      emitFold(slot, initial, body, variable: Int32(yearSlot), to: target) {
        .loopYears(from: first, through: last, variable: Int32(yearSlot), state: $0, end: $1)
      }
    case .foldDays(let slot, let initial, let daySlot, let list, let body):
      let days = emit(list)
      emitFold(slot, initial, body, variable: Int32(daySlot), to: target) {
        .loopDays(list: days, isSorted: true, variable: Int32(daySlot), state: $0, end: $1)
      }
    default: break
    }
  }

  /// Two registers in a row, for a loop to keep its state in.
  private mutating func loopState() -> Int32 {
    let first = register()
    _ = register()
    return first
  }

  private mutating func emitLoop(
    _ aggregate: Term.Aggregate, _ body: Term, variable: Int32, to target: Int32,
    opening: (_ state: Int32, _ end: Int32) -> Instruction
  ) {
    let state = loopState()
    let open = reserve()
    let start = here
    let yielded = emit(body)
    add(.collect(aggregate, yielded, state: state))
    add(.next(variable: variable, state: state, body: start))
    code[open] = opening(state, here)
    add(.reduce(aggregate, state: state, to: target))
  }

  private mutating func emitFold(
    _ slot: Int, _ initial: Term, _ body: Term, variable: Int32, to target: Int32,
    opening: (_ state: Int32, _ end: Int32) -> Instruction
  ) {
    emit(initial, to: target)
    let state = loopState()
    let open = reserve()
    let start = here
    add(.move(target, to: Int32(slot)))
    emit(body, to: target)
    add(.next(variable: variable, state: state, body: start))
    code[open] = opening(state, here)
  }
}
