/// A set of inputs of facts: bits for the first of them, so that it is copied without allocating.
struct FactSet: Equatable {
  private var low: UInt64 = 0
  private var rest: Set<Int> = []

  mutating func insert(_ input: Int) {
    if input < 64 { low |= 1 << UInt64(input) } else { rest.insert(input) }
  }

  /// The inputs in order.
  var inputs: [Int] {
    if low == 0, rest.isEmpty { return [] }
    return (0..<64).filter { low & 1 << UInt64($0) != 0 } + rest.sorted()
  }
}
