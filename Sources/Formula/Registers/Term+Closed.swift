extension Term {
  /// Whether its value hangs on no name that is bound outside of it: not on the year of a yearly
  /// step, nor on the variable of a loop around it.
  ///
  /// - Parameter bound: the slots of the names it binds itself, a bit each.
  func isClosed(_ bound: UInt64 = 0) -> Bool {
    func with(_ slots: Int...) -> UInt64 {
      slots.reduce(bound) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
    }
    return switch self {
    case .number, .truth, .day, .symbol, .input, .setting, .step, .known: true
    case .local(let slot): slot < 64 && bound & 1 << UInt64(slot) != 0
    case .parameter(_, let day): day?.isClosed(bound) ?? true
    case .row(_, let key, let day): key.isClosed(bound) && day?.isClosed(bound) ?? true
    case .negated(let inner), .not(let inner), .aggregate(_, let inner): inner.isClosed(bound)
    case .sum(let left, let right), .difference(let left, let right), .and(let left, let right),
      .or(let left, let right), .compare(_, let left, let right, _),
      .compareOrdinals(_, let left, let right), .shift(let left, let right, _, _),
      .element(let left, let right), .contains(let left, let right),
      .monthElement(let left, let right), .inYear(let left, let right),
      .select(_, let left, let right):
      left.isClosed(bound) && right.isClosed(bound)
    case .product(let above, let below):
      above.allSatisfy { $0.isClosed(bound) } && below.allSatisfy { $0.isClosed(bound) }
    case .conditional(let condition, let then, let otherwise):
      condition.isClosed(bound) && then.isClosed(bound) && otherwise.isClosed(bound)
    case .function(_, let all), .record(_, _, let all): all.allSatisfy { $0.isClosed(bound) }
    case .weighted(_, let amount, let rates, let weights):
      amount.isClosed(bound) && rates.isClosed(bound) && weights.isClosed(bound)
    case .loop(_, let slot, let from, let through, let body):
      from.isClosed(bound) && through.isClosed(bound) && body.isClosed(with(slot))
    case .loopDays(_, let slot, let list, let body):
      list.isClosed(bound) && body.isClosed(with(slot))
    case .fold(let slot, let initial, let yearSlot, let from, let through, let body):
      initial.isClosed(bound) && from.isClosed(bound) && through.isClosed(bound)
        && body.isClosed(with(slot, yearSlot))
    case .foldDays(let slot, let initial, let daySlot, let list, let body):
      initial.isClosed(bound) && list.isClosed(bound) && body.isClosed(with(slot, daySlot))
    }
  }

  /// Whether it is a number, day or word as it stands.
  var isConstant: Bool {
    switch self {
    case .number, .truth, .day, .symbol: true
    default: false
    }
  }
}
