/// Search in sorted arrays.
enum Bisection {
  /// The first index whose value is not below `value`, or the count.
  static func firstIndex<Value: Comparable>(in sorted: [Value], notBelow value: Value) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
