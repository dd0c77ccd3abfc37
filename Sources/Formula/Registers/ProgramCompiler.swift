/// Turns a checked formula into register code.
///
/// Registers 0 to `locals - 1` hold the local names of the step; temporaries follow and are given
/// out in the manner of a stack, so that a formula needs no more than it is deep.
struct ProgramCompiler {
  private var program = Program()
  private var nextRegister: Int

  static func compile(_ term: Term, locals: Int) -> Program {
    var compiler = ProgramCompiler(locals: locals)
    compiler.program.result = compiler.emit(term)
    return compiler.program
  }

  private init(locals: Int) {
    nextRegister = locals
    program.registerCount = locals
  }

  private mutating func register() -> Int {
    defer {
      nextRegister += 1
      program.registerCount = max(program.registerCount, nextRegister)
    }
    return nextRegister
  }

  /// Emits code that leaves the value in a register of its own, freeing what it used meanwhile.
  private mutating func emit(_ term: Term) -> Int {
    if case .local(let slot) = term { return slot }
    let target = register()
    let mark = nextRegister
    emit(term, to: target)
    nextRegister = mark
    return target
  }

  private mutating func add(_ instruction: Instruction) { program.code.append(instruction) }

  /// Reserves room for a jump whose target is not known yet.
  private mutating func reserve() -> Int {
    add(.jump(0))
    return program.code.count - 1
  }

  private var here: Int { program.code.count }

  private mutating func emit(_ term: Term, to target: Int) {
    switch term {
    case .number(let value): add(.constant(.number(value), to: target))
    case .truth(let value): add(.constant(.truth(value), to: target))
    case .day(let value): add(.constant(.date(value), to: target))
    case .symbol(let place): add(.constant(.choice(place), to: target))
    case .input(let index): add(.input(index, to: target))
    case .local(let slot): add(.move(slot, to: target))
    case .setting: add(.setting(to: target))
    case .step(let index, let setting): add(.step(index, setting, to: target))
    case .parameter(let index, let day):
      let on = day.map { emit($0) }
      add(.parameter(index, on: on, to: target))
    case .row(let index, let key, let day):
      let on = day.map { emit($0) }
      let place = emit(key)
      add(.row(index, key: place, on: on, to: target))
    case .negated(let inner): add(.negate(emit(inner), to: target))
    case .sum(let left, let right): add(.add(emit(left), emit(right), to: target))
    case .difference(let left, let right): add(.subtract(emit(left), emit(right), to: target))
    case .product(let above, let below):
      let numerators = above.map { emit($0) }
      let denominators = below.map { emit($0) }
      add(.product(numerators, over: denominators, to: target))
    case .compare(let comparison, let left, let right, _):
      add(.compare(comparison, emit(left), emit(right), to: target))
    case .compareOrdinals(let comparison, let left, let right):
      add(.compareOrdinals(comparison, emit(left), emit(right), to: target))
    case .not(let inner): add(.not(emit(inner), to: target))
    case .and(let left, let right):
      emit(left, to: target)
      let jump = reserve()
      emit(right, to: target)
      program.code[jump] = .jumpUnless(target, here)
    case .or(let left, let right):
      emit(left, to: target)
      let jump = reserve()
      emit(right, to: target)
      program.code[jump] = .jumpIf(target, here)
    case .conditional(let condition, let then, let otherwise):
      let test = emit(condition)
      let toElse = reserve()
      emit(then, to: target)
      let toEnd = reserve()
      program.code[toElse] = .jumpUnless(test, here)
      emit(otherwise, to: target)
      program.code[toEnd] = .jump(here)
    case .shift(let day, let amount, let period, let backwards):
      add(.shift(emit(day), by: emit(amount), period, backwards: backwards, to: target))
    case .function(let function, let arguments):
      let places = arguments.map { emit($0) }
      add(.function(function, places, to: target))
    case .known(let index): add(.known(index, to: target))
    case .record(let function, let periods, let dates):
      let places = dates.map { emit($0) }
      add(.record(function, periods, places, to: target))
    default: emitSeries(term, to: target)
    }
  }

  private mutating func emitSeries(_ term: Term, to target: Int) {
    switch term {
    case .element(let series, let key), .monthElement(let series, let key):
      // The tree looks at the key first.
      let place = emit(key)
      var input: Int?
      if case .input(let index) = series { input = index }
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
      emitLoop(aggregate, body, to: target) {
        .loopYears(from: first, through: last, variable: slot, end: $0)
      }
    case .loopDays(let aggregate, let slot, let list, let body):
      let days = emit(list)
      // Counting a list binds no name: its variable goes to a register nobody reads.
      let variable = body == .truth(true) ? register() : slot
      emitLoop(aggregate, body, variable: variable, to: target) {
        .loopDays(list: days, isSorted: false, variable: variable, end: $0)
      }
    case .fold(let slot, let initial, let yearSlot, let from, let through, let body):
      let first = emit(from)
      let last = emit(through)
      emitFold(slot, initial, body, variable: yearSlot, to: target) {
        .loopYears(from: first, through: last, variable: yearSlot, end: $0)
      }
    case .foldDays(let slot, let initial, let daySlot, let list, let body):
      let days = emit(list)
      emitFold(slot, initial, body, variable: daySlot, to: target) {
        .loopDays(list: days, isSorted: true, variable: daySlot, end: $0)
      }
    default: break
    }
  }

  private mutating func emitLoop(
    _ aggregate: Term.Aggregate, _ body: Term, variable: Int? = nil, to target: Int,
    opening: (_ end: Int) -> Instruction
  ) {
    let open = reserve()
    let start = here
    let yielded = emit(body)
    add(.collect(yielded))
    var slot = variable ?? 0
    if case .loopYears(_, _, let place, _) = opening(0) { slot = place }
    add(.next(variable: slot, body: start))
    program.code[open] = opening(here)
    add(.reduce(aggregate, to: target))
  }

  private mutating func emitFold(
    _ slot: Int, _ initial: Term, _ body: Term, variable: Int, to target: Int,
    opening: (_ end: Int) -> Instruction
  ) {
    emit(initial, to: target)
    let open = reserve()
    let start = here
    add(.move(target, to: slot))
    emit(body, to: target)
    add(.next(variable: variable, body: start))
    program.code[open] = opening(here)
    add(.leave)
  }
}
