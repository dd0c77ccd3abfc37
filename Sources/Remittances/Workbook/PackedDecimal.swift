import Quantities

/// An exact decimal in one 64-bit word, as the price databases keep it: mantissa × 32 + scale.
///
/// At most 17 digits, of which at most 24 stand after the point. SQLite stores small words in few
/// bytes, so that 9.99 takes two.
public struct PackedDecimal: Sendable, Hashable {
  /// The word.
  public let word: Int64

  /// Takes a word from a database; nil where no decimal packs to it.
  public init?(word: Int64) {
    guard word & 31 <= 24 else { return nil }
    self.word = word
  }

  /// Packs mantissa × 10^-scale, without trailing zeros; nil where it does not fit.
  public init?(mantissa: Int64, scale: Int) {
    var mantissa = mantissa
    var scale = scale
    if mantissa == 0 { scale = 0 }
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    guard scale >= 0, scale <= 24, mantissa.magnitude < 1 << 58 else { return nil }
    word = mantissa << 5 | Int64(scale)
  }

  /// Packs a decimal; nil where it has more digits than fit.
  public init?(_ value: ExactDecimal) {
    let plain = value.normalized
    guard let mantissa = Int64(exactly: plain.mantissa) else { return nil }
    self.init(mantissa: mantissa, scale: Int(plain.scale))
  }

  public var mantissa: Int64 { word >> 5 }
  public var scale: Int { Int(word & 31) }
  public var isZero: Bool { mantissa == 0 }

  /// The value as an exact decimal.
  public var exact: ExactDecimal {
    // The parts are in range by construction, so the first branch is always taken.
    (try? ExactDecimal(mantissa: Int128(mantissa), scale: UInt8(scale))) ?? .zero
  }

  /// How many significant digits the number was written with; 1 for zero.
  public var significantDigits: Int {
    var rest = mantissa.magnitude
    var digits = 1
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
