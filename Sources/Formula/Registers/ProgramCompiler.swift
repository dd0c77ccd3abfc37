/// Turns a checked formula into register code.
///
/// Registers 0 to `locals - 1` hold the local names of the step; then come those that keep their
/// value while the step is computed, whatever the number of years: constants, inputs, other steps
/// and whatever hangs on no year. They are filled when they are first read, so that no year spends
/// an instruction on them. Temporaries follow and are given out in the manner of a stack, so that a
/// formula needs no more than it is deep.
struct ProgramCompiler {
  private(set) var code: [Instruction] = []
  private(set) var constants: [Cell] = []
  private(set) var operands: [Int32] = []
  private(set) var quanta: [StepProgram.Quantum] = []
  /// What fills the lasting registers, step by step.
  private(set) var fillings: [Program] = []
  private(set) var memoFunctions: [RecordFunction] = []
  private(set) var mostOperands = 1
  private let startInput: Int?
  private var memos: [Memo: Int] = [:]
  private var nextRegister = 0
  private var registerCount = 0
  /// The lasting registers of the step being compiled.
  private var lasting: [Lasting] = []
  private var places: [LastingTerm: Int] = [:]
  /// The places of terms that hang on no year, in the order in which they are met.
  private var unchanging: [Int] = []
  private var nextUnchanging = 0
  private var firstLasting = 0
  /// Whether code is emitted that may run more than once for one value of the step.
  private var isRepeated = false
  private var isFilling = false

  private struct Memo: Hashable {
    let function: RecordFunction
    let periods: PeriodSelection
  }

  private struct Lasting {
    let term: Term
    /// Its value if it is a constant; absent if it must be found.
    let cell: Cell
  }

  /// - Parameter start: the input that is the first day of the pension.
  init(start: Int?) { startInput = start }

  mutating func compile(_ step: CheckedStep) -> StepProgram {
    lasting = []
    places = [:]
    unchanging = []
    let (first, list, filling) = (code.count, operands.count, fillings.count)
    let (constant, quantum) = (constants.count, quanta.count)
    // The first reading finds what lasts, the second knows how many registers that takes.
    _ = emit(step)
    code.removeLast(code.count - first)
    operands.removeLast(operands.count - list)
    fillings.removeLast(fillings.count - filling)
    constants.removeLast(constants.count - constant)
    quanta.removeLast(quanta.count - quantum)
    return emit(step)
  }

  private mutating func emit(_ step: CheckedStep) -> StepProgram {
    firstLasting = step.localCount
    nextUnchanging = 0
    isRepeated = step.declaration.cadence != .once
    let state = Int32(firstLasting + lasting.count)
    let firstTemporary = Int(state) + 2
    registerCount = firstTemporary
    let start = code.count
    let firstConstant = constants.count
    constants += lasting.map(\.cell)
    nextRegister = firstTemporary
    let body = emitBody(step, state)
    func bound(_ term: Term, _ compiler: inout ProgramCompiler) -> Program {
      compiler.nextRegister = firstTemporary
      let first = compiler.here
      let result = compiler.emit(term)
      return Program(first: first, end: compiler.here, result: result)
    }
    let from = step.from.map { bound($0, &self) }
    let through = step.through.map { bound($0, &self) }
    let firstFilling = fillings.count
    emitFillings()
    return StepProgram(
      body: body, cadence: step.declaration.cadence, from: from, through: through,
      localCount: step.localCount, firstConstant: firstConstant, lastingCount: lasting.count,
      firstFilling: firstFilling, state: state, frame: registerCount, code: start..<code.count)
  }

  /// The formulas of a step as one program: the derogations in their order, then the general rule;
  /// in a yearly or monthly step as a loop.
  private mutating func emitBody(_ step: CheckedStep, _ state: Int32) -> Program {
    let first = here
    let isOnce = step.declaration.cadence == .once
    let target = register()
    let skipped = step.only.map { emitJump(on: false, $0) } ?? []
    var done: [Int] = []
    let own = step.declaration.rounding
    for (index, alternative) in step.alternatives.enumerated() {
      let mark = nextRegister
      let other = emitJump(on: false, alternative.condition)
      nextRegister = mark
      emit(alternative.formula, rounded: alternative.rounding ?? own, to: target)
      add(
        isOnce
          ? .apply(Int32(index), state: state) : .keep(target, applied: Int32(index), state: state))
      done.append(reserve())
      land(other)
    }
    emit(step.formula, rounded: own, to: target)
    if !isOnce { add(.keep(target, applied: -1, state: state)) }
    for jump in done { code[jump] = .jump(here) }
    land(skipped)
    if !isOnce {
      add(.nextKey(isMonth: step.declaration.cadence == .month, state: state, body: first))
    }
    return Program(first: first, end: here, result: target)
  }

  private mutating func emit(_ formula: Term, rounded rounding: Rounding?, to target: Int32) {
    let mark = nextRegister
    guard let rounding else {
      emit(formula, to: target)
      nextRegister = mark
      return
    }
    let exact = emit(formula)
    quanta.append(StepProgram.Quantum(rounding))
    add(.round(exact, quantum: Int32(quanta.count - 1), to: target))
    nextRegister = mark
  }

  /// The code that finds what the lasting registers hold; it may run in the midst of a formula, so
  /// its temporaries are its own.
  private mutating func emitFillings() {
    isFilling = true
    isRepeated = false
    let firstTemporary = registerCount
    var place = 0
    while place < lasting.count {
      let target = Int32(firstLasting + place)
      let first = here
      if lasting[place].cell.tag == .absent {
        nextRegister = firstTemporary
        emit(lasting[place].term, to: target)
      }
      fillings.append(Program(first: first, end: here, result: target))
      place += 1
    }
    isFilling = false
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

  /// Emits the operands of an instruction, in the order in which the tree is walked.
  private mutating func emit(all terms: [Term]) -> [Int32] {
    // A lasting operand before one with code of its own is filled where the tree would look at it.
    let last = terms.count > 1 ? terms.lastIndex { !isReady($0) } ?? 0 : 0
    return terms.enumerated().map { index, term in
      let place = emit(term)
      if index < last, isLasting(place) { add(.fill(place)) }
      return place
    }
  }

  /// Whether reading the term takes no code.
  private func isReady(_ term: Term) -> Bool {
    if case .local = term { return true }
    return LastingTerm(term) != nil || isUnchanging(term)
  }

  private func isUnchanging(_ term: Term) -> Bool { isRepeated && !isFilling && term.isClosed() }

  /// Whether a register lasts and is not a constant.
  private func isLasting(_ place: Int32) -> Bool {
    let index = Int(place) - firstLasting
    return lasting.indices.contains(index) && lasting[index].cell.tag == .absent
  }

  /// The register of a term that keeps its value while the step is computed; nil for others.
  private mutating func lastingRegister(of term: Term) -> Int32? {
    if let key = LastingTerm(term) {
      if let place = places[key] { return Int32(firstLasting + place) }
      places[key] = lasting.count
      lasting.append(Lasting(term: term, cell: key.constant))
      return Int32(firstLasting + lasting.count - 1)
    }
    guard isUnchanging(term) else { return nil }
    if nextUnchanging == unchanging.count {
      unchanging.append(lasting.count)
      lasting.append(Lasting(term: term, cell: .absent))
    }
    defer { nextUnchanging += 1 }
    return Int32(firstLasting + unchanging[nextUnchanging])
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
    if isUnchanging(term), !term.isConstant, let place = lastingRegister(of: term) {
      return add(.move(place, to: target))
    }
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
      let places = emit(all: [day, key].compactMap { $0 })
      add(
        .row(
          Int32(index), key: places[places.count - 1], on: day == nil ? -1 : places[0], to: target))
    case .negated(let inner): add(.negate(emit(inner), to: target))
    case .sum(let left, let right):
      let places = emit(all: [left, right])
      add(.add(places[0], places[1], to: target))
    case .difference(let left, let right):
      let places = emit(all: [left, right])
      add(.subtract(places[0], places[1], to: target))
    case .product(let above, let below):
      let places = emit(all: above + below)
      add(
        .product(
          list(Array(places[..<above.count])), over: list(Array(places[above.count...])),
          to: target))
    case .compare(let comparison, let left, let right, _):
      let places = emit(all: [left, right])
      add(.compare(comparison, places[0], places[1], to: target))
    case .compareOrdinals(let comparison, let left, let right):
      let places = emit(all: [left, right])
      add(.compareOrdinals(comparison, places[0], places[1], to: target))
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
      let mark = nextRegister
      let toElse = emitJump(on: false, condition)
      nextRegister = mark
      emit(then, to: target)
      let toEnd = reserve()
      land(toElse)
      emit(otherwise, to: target)
      code[toEnd] = .jump(here)
    case .shift(let day, let amount, let period, let backwards):
      let places = emit(all: [day, amount])
      add(.shift(places[0], by: places[1], period, backwards: backwards, to: target))
    case .function(let function, let arguments):
      add(.function(function, list(emit(all: arguments)), to: target))
    case .known(let index): add(.known(Int32(index), to: target))
    case .record(let function, let periods, let dates):
      add(
        .record(
          function, periods, list(emit(all: dates)), memo: memo(function, periods), to: target))
    default: emitSeries(term, to: target)
    }
  }

  /// Emits a condition and the jumps that are taken where it is `value`; returns their places.
  private mutating func emitJump(on value: Bool, _ condition: Term) -> [Int] {
    if !isUnchanging(condition) {
      switch condition {
      case .not(let inner): return emitJump(on: !value, inner)
      case .and(let left, let right): return emitJump(on: value, left, right, both: true)
      case .or(let left, let right): return emitJump(on: value, left, right, both: false)
      case .compare(let comparison, let left, .function(.year, let days), _)
      where days == startInput.map({ [.input($0)] }):
        let input = startInput ?? 0
        add(.jumpComparingStart(comparison, emit(left), input: Int32(input), on: value, 0))
        return [code.count - 1]
      case .contains(let series, let year):
        let places = emit(all: [series, year])
        add(.jumpContaining(series: places[0], key: places[1], on: value, 0))
        return [code.count - 1]
      case .compare(let comparison, let left, let right, _):
        let places = emit(all: [left, right])
        add(.jumpComparing(comparison, places[0], places[1], on: value, 0))
        return [code.count - 1]
      default: break
      }
    }
    let test = emit(condition)
    add(value ? .jumpIf(test, 0) : .jumpUnless(test, 0))
    return [code.count - 1]
  }

  private mutating func emitJump(on value: Bool, _ left: Term, _ right: Term, both: Bool) -> [Int] {
    // `and` is decided by a left side that does not hold, `or` by one that does.
    if value != both { return emitJump(on: value, left) + emitJump(on: value, right) }
    let decided = emitJump(on: !value, left)
    let jumps = emitJump(on: value, right)
    land(decided)
    return jumps
  }

  /// Lets jumps arrive here.
  private mutating func land(_ jumps: [Int]) {
    for jump in jumps {
      switch code[jump] {
      case .jumpIf(let test, _): code[jump] = .jumpIf(test, here)
      case .jumpUnless(let test, _): code[jump] = .jumpUnless(test, here)
      case .jumpComparing(let comparison, let left, let right, let value, _):
        code[jump] = .jumpComparing(comparison, left, right, on: value, here)
      case .jumpContaining(let series, let key, let value, _):
        code[jump] = .jumpContaining(series: series, key: key, on: value, here)
      case .jumpComparingStart(let comparison, let left, let input, let value, _):
        code[jump] = .jumpComparingStart(comparison, left, input: input, on: value, here)
      default: break
      }
    }
  }

  private mutating func emitSeries(_ term: Term, to target: Int32) {
    switch term {
    case .element(let series, let key), .monthElement(let series, let key):
      var input: Int32 = -1
      if case .input(let index) = series { input = Int32(index) }
      // The tree looks at the key first.
      let places = emit(all: [key, series])
      add(.element(series: places[1], input: input, key: places[0], to: target))
    case .contains(let series, let year):
      let places = emit(all: [series, year])
      add(.contains(series: places[0], key: places[1], to: target))
    case .inYear(let series, let year):
      let places = emit(all: [year, series])
      add(.inYear(series: places[1], year: places[0], to: target))
    case .aggregate(let aggregate, let series):
      add(.aggregate(aggregate, series: emit(series), to: target))
    case .select(let highest, let count, let series):
      let places = emit(all: [series, count])
      add(.select(highest: highest, count: places[1], series: places[0], to: target))
    case .weighted(let highest, let amount, let rates, let weights):
      let places = emit(all: [rates, weights, amount])
      add(
        .weighted(
          highest: highest, amount: places[2], rates: places[0], weights: places[1], to: target))
    case .loop(let aggregate, let slot, let from, let through, let body):
      let places = emit(all: [from, through])
      emitLoop(aggregate, body, variable: Int32(slot), to: target) {
        .loopYears(
          from: places[0], through: places[1], variable: Int32(slot), state: $0, end: $1)
      }
    case .loopDays(let aggregate, let slot, let list, let body):
      let days = emit(list)
      // Counting a list binds no name: its variable goes to a register nobody reads.
      let variable = body == .truth(true) ? register() : Int32(slot)
      emitLoop(aggregate, body, variable: variable, to: target) {
        .loopDays(list: days, isSorted: false, variable: variable, state: $0, end: $1)
      }
    case .fold(let slot, let initial, let yearSlot, let from, let through, let body):
      let places = emit(all: [from, through])
      // The tree looks at the bounds before what the fold begins with.
      for place in places where isLasting(place) { add(.fill(place)) }
      emitFold(slot, initial, body, variable: Int32(yearSlot), to: target) {
        .loopYears(
          from: places[0], through: places[1], variable: Int32(yearSlot), state: $0, end: $1)
      }
    case .foldDays(let slot, let initial, let daySlot, let list, let body):
      let days = emit(list)
      if isLasting(days) { add(.fill(days)) }
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
    let outer = isRepeated
    isRepeated = true
    let yielded = emit(body)
    isRepeated = outer
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
    let outer = isRepeated
    isRepeated = true
    emit(body, to: target)
    isRepeated = outer
    add(.next(variable: variable, state: state, body: start))
    code[open] = opening(state, here)
  }
}
