@testable import Quantities

/// A reproducible source of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}

/// Random decimals of every length, with the edges well represented.
struct DecimalSource {
  private var generator: SeededGenerator
  private var powers: [UInt128]

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    powers = [1]
    for _ in 0..<38 { powers.append((powers.last ?? 0) * 10) }
  }

  mutating func below(_ bound: Int) -> Int { generator.below(bound) }

  /// A magnitude of up to `digits` digits.
  mutating func magnitude(digits: Int) -> UInt128 {
    let limit = powers[digits]
    switch generator.below(16) {
    case 0:
      // Next to a power of ten.
      let power = powers[generator.below(digits)]
      return [power - 1, power, min(power + 1, limit - 1)][generator.below(3)]
    case 1:
      // Next to a power of two, where words end.
      let power = UInt128(1) << UInt128(generator.below(127))
      return [power - 1, power, power + 1][generator.below(3)] % limit
    case 2:
      return limit - 1
    case 3:
      return UInt128(generator.below(21))
    default:
      let wide = UInt128(generator.next()) << 64 | UInt128(generator.next())
      return wide % limit
    }
  }

  /// A decimal with up to `digits` digits and up to `places` of them after the point.
  mutating func decimal(digits: Int = 38, places: Int = 24) -> ExactDecimal {
    let size = magnitude(digits: 1 + generator.below(digits))
    return ExactDecimal(
      signed: size, negative: generator.below(2) == 0, scale: generator.below(places + 1))
  }

  /// A decimal as amounts, rates and ratios have them.
  mutating func everyday() -> ExactDecimal {
    switch generator.below(4) {
    case 0: decimal(digits: 9, places: 2)
    case 1: decimal(digits: 14, places: 7)
    case 2: decimal(digits: 21, places: 20)
    default: decimal()
    }
  }
}
