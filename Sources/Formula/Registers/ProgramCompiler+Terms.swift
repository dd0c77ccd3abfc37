import Quantities

/// The code of single terms, and of conditions that jump.
extension ProgramCompiler {
  mutating func emit(_ term: Term, to target: Int32) {
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
  mutating func emitJump(on value: Bool, _ condition: Term) -> [Int] {
    if !isUnchanging(condition) {
      switch condition {
      case .not(let inner): return emitJump(on: !value, inner)
      case .and(let left, let right): return emitJump(on: value, left, right, both: true)
      case .or(let left, let right): return emitJump(on: value, left, right, both: false)
      case .compare(let comparison, let left, .function(.year, let days), _)
      where days.count == 1 && isStart(days[0]):
        guard case .input(let input) = days[0] else { break }
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

  /// Whether a day is the first day of the pension.
  private func isStart(_ day: Term) -> Bool {
    if case .input(let index) = day { index == startInput } else { false }
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
  mutating func land(_ jumps: [Int]) {
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
}
