import Quantities

/// A term whose value is the same in every year of a step: it needs to be found only once.
enum LastingTerm: Hashable {
  /// With its scale, for `1.0` and `1.00` are equal but not written alike.
  case number(ExactDecimal, scale: UInt8)
  case truth(Bool)
  case day(Day)
  case symbol(Int)
  case input(Int)
  case step(Int, Setting?)
  case parameter(Int)
  case record(RecordFunction, PeriodSelection)

  init?(_ term: Term) {
    switch term {
    case .number(let value): self = .number(value, scale: value.scale)
    case .truth(let value): self = .truth(value)
    case .day(let value): self = .day(value)
    case .symbol(let place): self = .symbol(place)
    case .input(let index): self = .input(index)
    case .step(let index, let setting): self = .step(index, setting)
    case .parameter(let index, nil): self = .parameter(index)
    case .record(let function, let periods, let dates) where dates.isEmpty:
      self = .record(function, periods)
    default: return nil
    }
  }

  /// Its cell if it is a constant; absent if it must be asked for.
  var constant: Cell {
    switch self {
    case .number(let value, _): Cell(value)
    case .truth(let value): Cell(value)
    case .day(let value): Cell(value)
    case .symbol(let place): Cell(.choice, place)
    default: .absent
    }
  }
}
