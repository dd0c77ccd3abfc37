/// The powers of ten that fit a machine word.
@usableFromInline
enum PowersOfTen {
  /// 10^38, one more than the largest mantissa.
  @usableFromInline static var limit: UInt128 {
    @inlinable get { 100_000_000_000_000_000_000_000_000_000_000_000_000 }
  }

  /// 10^exponent for exponents up to 19; 0 beyond, which no caller asks for.
  ///
  /// A switch and not an array: it compiles to a constant table in the caller.
  @inlinable
  static func word(_ exponent: Int) -> UInt64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    case 9: 1_000_000_000
    case 10: 10_000_000_000
    case 11: 100_000_000_000
    case 12: 1_000_000_000_000
    case 13: 10_000_000_000_000
    case 14: 100_000_000_000_000
    case 15: 1_000_000_000_000_000
    case 16: 10_000_000_000_000_000
    case 17: 100_000_000_000_000_000
    case 18: 1_000_000_000_000_000_000
    case 19: 10_000_000_000_000_000_000
    default: 0
    }
  }

  /// 10^exponent for exponents up to 38.
  @inlinable
  static func wide(_ exponent: Int) -> UInt128 {
    if exponent <= 19 { return UInt128(word(exponent)) }
    return UInt128(word(19)) &* UInt128(word(exponent &- 19))
  }

  /// The number of decimal digits of a magnitude; 0 for zero.
  @usableFromInline
  static func digits(_ magnitude: UInt128) -> Int {
    if magnitude == 0 { return 0 }
    // 1233 / 4096 approximates log10(2) closely enough for 128 bits.
    let bits = 128 &- magnitude.leadingZeroBitCount
    let estimate = (bits &* 1233) >> 12
    if estimate > 38 { return 39 }
    return magnitude >= wide(estimate) ? estimate &+ 1 : estimate
  }
}
