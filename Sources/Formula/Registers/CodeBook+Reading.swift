extension CodeBook {
  /// The steps a step needs, itself among them.
  func steps(neededBy step: Int) -> Set<Int> {
    var seen: Set<Int> = [step]
    var waiting = [step]
    while let next = waiting.popLast() {
      for place in steps[next].code {
        switch instructions[place] {
        case .step(let other, _, _):
          if seen.insert(Int(other)).inserted { waiting.append(Int(other)) }
        default: break
        }
      }
    }
    return seen
  }

  /// The inputs a step reads, itself or through the steps it needs.
  func inputs(readBy step: Int) -> Set<Int> {
    var inputs: Set<Int> = []
    for place in steps(neededBy: step).flatMap({ steps[$0].code }) {
      switch instructions[place] {
      case .input(let index, _), .jumpComparingStart(_, _, let index, _, _):
        inputs.insert(Int(index))
      default: break
      }
    }
    return inputs
  }

  /// Whether a step looks up the law, or runs over months, as the first day of the pension says.
  func followsStart(_ step: Int, _ tables: UnsafeMutablePointer<ParameterTable>) -> Bool {
    let needed = steps(neededBy: step)
    if needed.contains(where: { steps[$0].cadence == .month && steps[$0].from == nil }) {
      return true
    }
    return needed.flatMap { steps[$0].code }.contains { place in
      switch instructions[place] {
      case .parameter(let index, -1, _):
        tables[Int(index)].shape != .constant
      case .row(let index, _, -1, _): tables[Int(index)].shape == .editions
      default: false
      }
    }
  }
}

extension RuleSet {
  /// The inputs a step reads, itself or through the steps it needs.
  public func inputs(readBy step: Int) -> Set<Int> { codeBook.inputs(readBy: step) }

  /// Whether a step looks up the law, or runs over months, as the first day of the pension says.
  public func followsStart(_ step: Int) -> Bool { codeBook.followsStart(step, tables) }
}
