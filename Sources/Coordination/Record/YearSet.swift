/// Calendar years from a first one on.
struct YearSet {
  let first: Int
  private var holds: [Bool]

  init(_ years: ClosedRange<Int>) {
    first = years.lowerBound
    holds = Array(repeating: false, count: years.count)
  }

  /// Puts a year in; one outside the years it was made for is left out.
  mutating func insert(_ year: Int) {
    if holds.indices.contains(year - first) { holds[year - first] = true }
  }

  func contains(_ year: Int) -> Bool {
    holds.indices.contains(year - first) && holds[year - first]
  }
}
