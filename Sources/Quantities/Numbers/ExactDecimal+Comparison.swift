extension ExactDecimal: Comparable, Hashable {
  /// Whether both have the same value, whatever their scales.
  @inlinable
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.mantissa == right.mantissa }
    return left.signum == right.signum && order(left, right) == 0
  }

  /// Whether the left value is below the right one.
  @inlinable
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.mantissa < right.mantissa }
    return order(left, right) < 0
  }

  /// -1, 0 or 1 as the left value is below, equal to or above the right one.
  @usableFromInline
  static func order(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    let sign = left.signum
    if sign != right.signum { return sign < right.signum ? -1 : 1 }
    let short = (
      Int64(truncatingIfNeeded: left.mantissa), Int64(truncatingIfNeeded: right.mantissa)
    )
    if Int128(short.0) == left.mantissa, Int128(short.1) == right.mantissa {
      let shift = Int(left.scale) - Int(right.scale)
      if shift >= -18, shift <= 18 {
        let a = Int128(short.0) &* Int128(PowersOfTen.word(max(-shift, 0)))
        let b = Int128(short.1) &* Int128(PowersOfTen.word(max(shift, 0)))
        return a == b ? 0 : (a < b ? -1 : 1)
      }
    }
    if left.scale < right.scale {
      let scaled = left.mantissa.magnitude.multipliedFullWidth(
        by: PowersOfTen.wide(Int(right.scale &- left.scale)))
      let other = right.mantissa.magnitude
      if scaled.high != 0 || scaled.low > other { return sign }
      return scaled.low == other ? 0 : -sign
    }
    let scaled = right.mantissa.magnitude.multipliedFullWidth(
      by: PowersOfTen.wide(Int(left.scale &- right.scale)))
    let other = left.mantissa.magnitude
    if scaled.high != 0 || scaled.low > other { return -sign }
    return scaled.low == other ? 0 : sign
  }

  /// The digits at a scale at least that of the number; nil where they do not fit.
  ///
  /// Numbers brought to one scale compare as their digits do.
  public func mantissa(at scale: UInt8) -> Int128? {
    guard scale > self.scale else { return scale == self.scale ? mantissa : nil }
    guard scale <= Self.maximumScale else { return nil }
    let (digits, overflow) = mantissa.multipliedReportingOverflow(
      by: Int128(PowersOfTen.wide(Int(scale &- self.scale))))
    return overflow ? nil : digits
  }

  /// Feeds the value, not its scale, to the hasher.
  public func hash(into hasher: inout Hasher) {
    let plain = normalized
    hasher.combine(plain.mantissa)
    hasher.combine(plain.scale)
  }
}
