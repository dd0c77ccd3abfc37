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

  /// The number of decimal digits, or one more.
  var digitsUpperBound: Int {
    if high == 0 { return PowersOfTen.digits(low) }
    let bits = 256 - high.leadingZeroBitCount
    return (bits * 1233) >> 12 + 1
  }

  /// The number without its trailing decimal zeros, and how many of them were dropped.
  static func strippingZeros(
    of magnitude: UInt128, atMost limit: Int
  ) -> (UInt128, dropped: Int) {
    // Each factor ten brings a factor two, so the low zero bits bound the search.
    var left = min(limit, magnitude.trailingZeroBitCount)
    var value = magnitude
    var dropped = 0
    var step = 16
    while step > 0 {
      if step <= left {
        let (quotient, remainder) = value.quotientAndRemainder(
          dividingBy: PowersOfTen.wide(step))
        if remainder == 0 {
          value = quotient
          dropped += step
          left -= step
          continue
        }
      }
      step /= 2
    }
    return (value, dropped)
  }

  /// Brings a sign and 256-bit magnitude at a scale into the range of an exact decimal.
  ///
  /// Exact where at most 38 digits, 24 of them after the point, hold the value; otherwise rounded
  /// half-even to as many fractional digits as fit. Throws `overflow` where those are under 12.
  func fitted(negative: Bool, scale: Int) throws(ArithmeticError) -> ExactDecimal {
    if high == 0, low < PowersOfTen.limit, scale <= 24 {
      return ExactDecimal(signed: low, negative: negative, scale: scale)
    }
    var drop = max(scale - 24, digitsUpperBound - 38, 0)
    while true {
      // The magnitude is below 10^77, so what is dropped and what stays fit 128 bits each.
      guard drop <= 38, drop <= scale else { throw .overflow }
      let divisor = PowersOfTen.wide(drop)
      guard high < divisor else {
        drop += 1
        continue
      }
      var (quotient, remainder) = divisor.dividingFullWidth((high, low))
      if drop > 0, quotient < PowersOfTen.wide(37), drop > scale - 24 {
        // The estimate of the digits was one too many: keep that digit.
        drop -= 1
        continue
      }
      let places = scale - drop
      if remainder != 0 {
        guard places >= 12 else { throw .overflow }
        let rest = divisor - remainder
        if remainder > rest || (remainder == rest && quotient & 1 == 1) { quotient += 1 }
      }
      if quotient < PowersOfTen.limit {
        return ExactDecimal(signed: quotient, negative: negative, scale: places)
      }
      if remainder == 0 {
        drop += 1
        continue
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
