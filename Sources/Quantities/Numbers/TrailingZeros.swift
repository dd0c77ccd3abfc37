/// Dropping the decimal zeros at the end of a magnitude.
enum TrailingZeros {
  /// The magnitude without up to `limit` trailing zeros, and how many were dropped.
  static func dropped(
    from magnitude: UInt128, atMost limit: Int
  ) -> (magnitude: UInt128, count: Int) {
    // Each factor ten brings a factor two, so the low zero bits bound the search.
    var left = min(limit, magnitude.trailingZeroBitCount)
    if left == 0 { return (magnitude, 0) }
    var value = magnitude
    var step = 16
    while value >> 64 != 0, step > 0 {
      if step <= left, let shorter = shortened(value, by: PowersOfTen.word(step)) {
        value = shorter
        left &-= step
      } else {
        step >>= 1
      }
    }
    let start = min(limit, magnitude.trailingZeroBitCount)
    if value >> 64 != 0 { return (value, start &- left) }
    var word = UInt64(truncatingIfNeeded: value)
    // Constant divisors, which the compiler turns into multiplications.
    if left >= 16, word % 10_000_000_000_000_000 == 0 {
      word /= 10_000_000_000_000_000
      left &-= 16
    }
    if left >= 8, word % 100_000_000 == 0 {
      word /= 100_000_000
      left &-= 8
    }
    if left >= 4, word % 10_000 == 0 {
      word /= 10_000
      left &-= 4
    }
    if left >= 2, word % 100 == 0 {
      word /= 100
      left &-= 2
    }
    while left >= 1, word % 10 == 0 {
      word /= 10
      left &-= 1
    }
    return (UInt128(word), start &- left)
  }

  /// value / divisor where that leaves no remainder.
  private static func shortened(_ value: UInt128, by divisor: UInt64) -> UInt128? {
    let high = UInt64(truncatingIfNeeded: value >> 64)
    let upper = high.quotientAndRemainder(dividingBy: divisor)
    let lower = divisor.dividingFullWidth((upper.remainder, UInt64(truncatingIfNeeded: value)))
    return lower.remainder == 0 ? UInt128(upper.quotient) << 64 | UInt128(lower.quotient) : nil
  }
}
