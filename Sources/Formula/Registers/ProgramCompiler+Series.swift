/// The code of terms on series, and of loops.
extension ProgramCompiler {
  mutating func emitSeries(_ term: Term, to target: Int32) {
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
