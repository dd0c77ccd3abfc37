import Quantities

/// The flags that a row earns beside the others of its corridor and quarter.
///
/// Nothing is changed but the flags. A median needs three rows; fewer are compared with nothing.
struct ContextChecks {
  /// A local amount further than this factor from the median is in another currency.
  private static let amountFactor: ExactDecimal = 3
  /// A rate further than this factor from the median is in another currency or turned round.
  private static let levelFactor: ExactDecimal = 2
  /// Across quarters a rate moves much further; a turned one further still.
  private static let turnedFactor: ExactDecimal = 50

  private(set) var digests: RowDigests
  /// Indices of `digests`, sorted by corridor and quarter, then in the order of the file.
  private var order: [Int32]

  init(_ digests: consuming RowDigests) {
    self.digests = digests
    let digests = self.digests
    order = digests.indices.map(Int32.init)
    order.sort { left, right in
      let (a, b) = (digests[Int(left)], digests[Int(right)])
      return (a.source, a.destination, a.quarter, left) < (
        b.source, b.destination, b.quarter, right
      )
    }
  }

  /// Sets the flags of all rows.
  mutating func run() throws(ArithmeticError) {
    duplicates()
    var start = 0
    while start < order.count {
      let end = run(from: start) { $0.source == $1.source && $0.destination == $1.destination }
      try corridor(start, end)
      start = end
    }
  }

  /// Where the rows end that are like the one at `start`.
  private func run(from start: Int, _ alike: (RowDigest, RowDigest) -> Bool) -> Int {
    var end = start + 1
    while end < order.count, alike(digests[Int(order[start])], digests[Int(order[end])]) {
      end += 1
    }
    return end
  }

  private mutating func duplicates() {
    repeated(by: \.fingerprint) { $0.flags.set(.duplicate) }
    repeated(by: \.fingerprintWithoutPickup) {
      $0.flags.set(.differsByPickupOnly, when: !$0.flags.contains(.duplicate))
    }
    // Rows without a number are alike in nothing; the key of each is its own.
    repeated { row in
      guard let number = row.number else { return ~UInt64(bitPattern: row.rowid) }
      return UInt64(row.quarter.magnitude) << 40 ^ UInt64(bitPattern: number)
    } then: {
      $0.flags.set(.idRepeated)
    }
  }

  /// Does something to all but the first of the rows that have the same key.
  private mutating func repeated(
    by key: (RowDigest) -> UInt64, then mark: (inout RowDigest) -> Void
  ) {
    var keys = digests.indices.map { SIMD2(key(digests[$0]), UInt64($0)) }
    keys.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    for (left, right) in zip(keys, keys.dropFirst()) where left.x == right.x {
      mark(&digests[Int(right.y)])
    }
  }

  /// Checks all quarters of one corridor.
  private mutating func corridor(_ start: Int, _ end: Int) throws(ArithmeticError) {
    var medians: [(range: Range<Int>, rate: ExactDecimal)] = []
    var first = start
    while first < end {
      let last = run(from: first) {
        $0.quarter == $1.quarter && $0.source == $1.source
          && $0.destination == $1.destination
      }
      currencies(first..<last)
      try amounts(first..<last)
      if let rate = try rates(first..<last) { medians.append((first..<last, rate)) }
      first = last
    }
    guard medians.count >= 3 else { return }
    let sorted = medians.map(\.rate).sorted()
    let middle = sorted[sorted.count / 2]
    for (range, rate) in medians where try Self.isFar(rate, from: middle, by: Self.turnedFactor) {
      for index in range { digests[Int(order[index])].flags.set(.rateLevelDiffers) }
    }
  }

  /// Flags the rows whose currency is not that of most rows.
  private mutating func currencies(_ range: Range<Int>) {
    var counts: [Int32: Int] = [:]
    for index in range { counts[digests[Int(order[index])].currency, default: 0] += 1 }
    guard counts.count > 1,
      let (most, count) = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      count * 2 > range.count
    else { return }
    for index in range where digests[Int(order[index])].currency != most {
      digests[Int(order[index])].flags.set(.sendCurrencyUnlikeCorridor)
    }
  }

  private mutating func amounts(_ range: Range<Int>) throws(ArithmeticError) {
    let words = range.map { digests[Int(order[$0])].amount }
    guard let median = Self.median(words) else { return }
    for (index, word) in zip(range, words) where word != 0 {
      guard let amount = PackedDecimal(word: word)?.exact else { continue }
      let isFar = try Self.isFar(amount, from: median, by: Self.amountFactor)
      digests[Int(order[index])].flags.set(.amountUnlikeCorridor, when: isFar)
    }
  }

  /// Flags interbank rates away from the median and returns it.
  private mutating func rates(_ range: Range<Int>) throws(ArithmeticError) -> ExactDecimal? {
    let words = range.map { digests[Int(order[$0])].interbank }
    // 1 stands for "no rate needed or disclosed" and is no level to compare with.
    let one = PackedDecimal(mantissa: 1, scale: 0)?.word ?? 0
    guard let median = Self.median(words.filter { $0 != one }) else { return nil }
    let hundredth = try median.divided(by: .hundred)
    for (index, word) in zip(range, words) where word != 0 && word != one {
      guard let rate = PackedDecimal(word: word)?.exact else { continue }
      let slot = Int(order[index])
      if try Self.isFar(rate, from: median, by: Self.levelFactor) {
        digests[slot].flags.set(.rateLevelDiffers)
      } else {
        let gap = try rate.subtracting(median).magnitude
        digests[slot].flags.set(.interbankVaries, when: gap > hundredth)
      }
    }
    return median
  }

  /// The middle of at least three figures above zero.
  private static func median(_ words: [Int64]) -> ExactDecimal? {
    if words.count >= 3, let first = words.first, first > 31, words.allSatisfy({ $0 == first }) {
      return PackedDecimal(word: first)?.exact
    }
    let figures = words.compactMap { $0 > 31 ? PackedDecimal(word: $0)?.exact : nil }.sorted()
    return figures.count >= 3 ? figures[figures.count / 2] : nil
  }

  private static func isFar(
    _ figure: ExactDecimal, from median: ExactDecimal, by factor: ExactDecimal
  ) throws(ArithmeticError) -> Bool {
    if figure == median { return false }
    if figure > median { return try figure > median.multiplied(by: factor) }
    return try figure.multiplied(by: factor) < median
  }
}
