/// An unsigned 256-bit integer, for the results that a mantissa cannot hold before rounding.
@usableFromInline
struct WideMagnitude {
  @usableFromInline var high: UInt128
  @usableFromInline var low: UInt128

  @inlinable
  init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The exact product of two magnitudes.
  init(_ left: UInt128, times right: UInt128) {
    let product = left.multipliedFullWidth(by: right)
    self.init(high: product.high, low: product.low)
  }

  /// The number of decimal digits, or one less.
  private var digitsLowerBound: Int {
    if high == 0 { return PowersOfTen.digits(low) }
    // 1233 / 4096 approximates log10(2) closely enough for 256 bits.
    return ((256 - high.leadingZeroBitCount) * 1233) >> 12
  }

  /// Quotient and remainder by a divisor above the high half, so that the quotient fits.
  func quotientAndRemainder(
    by divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    guard divisor >> 64 == 0 else { return divisor.dividingFullWidth((high, low)) }
    // Word by word: twice the hardware's division instead of the general algorithm.
    let word = UInt64(truncatingIfNeeded: divisor)
    let upper = word.dividingFullWidth(
      (UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: low >> 64)))
    let lower = word.dividingFullWidth((upper.remainder, UInt64(truncatingIfNeeded: low)))
    return (
      UInt128(upper.quotient) << 64 | UInt128(lower.quotient), UInt128(lower.remainder)
    )
  }

  /// Brings a sign and 256-bit magnitude at a scale into the range of an exact decimal.
  ///
  /// Exact where at most 38 digits, 24 of them after the point, hold the value; otherwise rounded
  /// half-even to as many fractional digits as fit. Throws `overflow` where those are under 12.
  ///
  /// With `exactly` nothing is rounded: it throws where the value itself does not fit.
  func fitted(
    negative: Bool, scale: Int, exactly: Bool = false
  ) throws(ArithmeticError) -> ExactDecimal {
    if high == 0, low < PowersOfTen.limit, scale <= 24 {
      return ExactDecimal(signed: low, negative: negative, scale: scale)
    }
    var drop = max(scale - 24, digitsLowerBound - 38, 0)
    while true {
      // The magnitude is below 10^77, so that what is dropped fits 128 bits.
      guard drop <= 38, drop <= scale else { throw .overflow }
      let divisor = PowersOfTen.wide(drop)
      guard high < divisor else {
        drop += 1
        continue
      }
      var (quotient, remainder) = quotientAndRemainder(by: divisor)
      guard quotient < PowersOfTen.limit else {
        drop += 1
        continue
      }
      let places = scale - drop
      if remainder != 0 {
        guard places >= 12, !exactly else { throw .overflow }
        let rest = divisor - remainder
        if remainder > rest || (remainder == rest && quotient & 1 == 1) { quotient += 1 }
      }
      if quotient < PowersOfTen.limit {
        return ExactDecimal(signed: quotient, negative: negative, scale: places)
      }
      // Rounding carried to 10^38, which one place less holds exactly.
      guard places > 12 else { throw .overflow }
      return ExactDecimal(signed: PowersOfTen.wide(37), negative: negative, scale: places - 1)
    }
  }
}

extension ExactDecimal {
  /// A number from a magnitude below 10^38, a sign and a scale of at most 24.
  init(signed magnitude: UInt128, negative: Bool, scale: Int) {
    let value = Int128(truncatingIfNeeded: magnitude)
    self.init(
      unchecked: negative ? 0 &- value : value, scale: UInt8(truncatingIfNeeded: scale))
  }
}
