extension CodeBook {
  /// The inputs a step reads, itself or through the steps it needs.
  func inputs(readBy step: Int) -> Set<Int> {
    var seen: Set<Int> = [step]
    var waiting = [step]
    var inputs: Set<Int> = []
    while let next = waiting.popLast() {
      for place in steps[next].code {
        switch instructions[place] {
        case .input(let index, _), .lastingInput(let index, _): inputs.insert(Int(index))
        case .step(let other, _, _), .lastingStep(let other, _, _):
          if seen.insert(Int(other)).inserted { waiting.append(Int(other)) }
        default: break
        }
      }
    }
    return inputs
  }
}

extension RuleSet {
  /// The inputs a step reads, itself or through the steps it needs.
  public func inputs(readBy step: Int) -> Set<Int> { codeBook.inputs(readBy: step) }
}
