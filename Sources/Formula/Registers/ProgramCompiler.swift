/// Turns a checked formula into register code.
///
/// Registers 0 to `locals - 1` hold the local names of the step; then come those that keep their
/// value while the step is computed, whatever the number of years: constants, inputs, other steps
/// and whatever hangs on no year. They are filled when they are first read, so that no year spends
/// an instruction on them. Temporaries follow and are given out in the manner of a stack, so that a
/// formula needs no more than it is deep.
struct ProgramCompiler {
  var code: [Instruction] = []
  private(set) var constants: [Cell] = []
  private(set) var operands: [Int32] = []
  private(set) var quanta: [StepProgram.Quantum] = []
  /// What fills the lasting registers, step by step.
  private(set) var fillings: [Program] = []
  private(set) var memoFunctions: [RecordFunction] = []
  private(set) var mostOperands = 1
  let startInput: Int?
  private var memos: [Memo: Int] = [:]
  var nextRegister = 0
  private var registerCount = 0
  /// The lasting registers of the step being compiled.
  private var lasting: [Lasting] = []
  private var places: [LastingTerm: Int] = [:]
  /// The places of terms that hang on no year, in the order in which they are met.
  private var unchanging: [Int] = []
  private var nextUnchanging = 0
  private var firstLasting = 0
  /// Whether code is emitted that may run more than once for one value of the step.
  var isRepeated = false
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

  mutating func register() -> Int32 {
    defer {
      nextRegister += 1
      registerCount = max(registerCount, nextRegister)
    }
    return Int32(nextRegister)
  }

  /// Emits code that leaves the value in a register of its own, freeing what it used meanwhile.
  mutating func emit(_ term: Term) -> Int32 {
    if case .local(let slot) = term { return Int32(slot) }
    if let target = lastingRegister(of: term) { return target }
    let target = register()
    let mark = nextRegister
    emit(term, to: target)
    nextRegister = mark
    return target
  }

  /// Emits the operands of an instruction, in the order in which the tree is walked.
  mutating func emit(all terms: [Term]) -> [Int32] {
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

  func isUnchanging(_ term: Term) -> Bool { isRepeated && !isFilling && term.isClosed() }

  /// Whether a register lasts and is not a constant.
  func isLasting(_ place: Int32) -> Bool {
    let index = Int(place) - firstLasting
    return lasting.indices.contains(index) && lasting[index].cell.tag == .absent
  }

  /// The register of a term that keeps its value while the step is computed; nil for others.
  mutating func lastingRegister(of term: Term) -> Int32? {
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

  mutating func add(_ instruction: Instruction) { code.append(instruction) }

  mutating func add(_ constant: Cell, to target: Int32) {
    constants.append(constant)
    add(.constant(Int32(constants.count - 1), to: target))
  }

  mutating func list(_ places: [Int32]) -> Instruction.Operands {
    operands += places
    mostOperands = max(mostOperands, places.count)
    return Instruction.Operands(
      first: Int32(operands.count - places.count), count: Int32(places.count))
  }

  mutating func memo(_ function: RecordFunction, _ periods: PeriodSelection) -> Int32 {
    let key = Memo(function: function, periods: periods)
    if let known = memos[key] { return Int32(known) }
    memos[key] = memoFunctions.count
    memoFunctions.append(function)
    return Int32(memoFunctions.count - 1)
  }

  /// Reserves room for a jump whose target is not known yet.
  mutating func reserve() -> Int {
    add(.jump(0))
    return code.count - 1
  }

  var here: Int32 { Int32(code.count) }
}
