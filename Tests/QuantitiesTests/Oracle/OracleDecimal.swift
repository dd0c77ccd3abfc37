@testable import Quantities

/// An exact decimal of any size: the oracle's view of sums and products.
struct OracleDecimal {
  var magnitude: Natural
  var negative: Bool
  var scale: Int

  init(_ value: ExactDecimal) {
    magnitude = Natural(value.mantissa.magnitude)
    negative = value.isNegative
    scale = Int(value.scale)
  }

  private init(_ magnitude: Natural, _ negative: Bool, _ scale: Int) {
    self.magnitude = magnitude
    self.negative = negative && !magnitude.isZero
    self.scale = scale
  }

  static func * (left: OracleDecimal, right: OracleDecimal) -> OracleDecimal {
    OracleDecimal(
      left.magnitude * right.magnitude, left.negative != right.negative, left.scale + right.scale)
  }

  static func + (left: OracleDecimal, right: OracleDecimal) -> OracleDecimal {
    let scale = max(left.scale, right.scale)
    let a = left.magnitude.timesTen(to: scale - left.scale)
    let b = right.magnitude.timesTen(to: scale - right.scale)
    if left.negative == right.negative { return OracleDecimal(a + b, left.negative, scale) }
    return a.order(b) >= 0
      ? OracleDecimal(a - b, left.negative, scale) : OracleDecimal(b - a, right.negative, scale)
  }

  /// -1, 0 or 1 as the value is below, equal to or above `other`.
  func order(_ other: OracleDecimal) -> Int {
    var opposite = other
    opposite.negative = !other.negative
    let difference = self + opposite
    return difference.magnitude.isZero ? 0 : (difference.negative ? -1 : 1)
  }

  /// What the rules of `ExactDecimal` make of this value: nil for an overflow.
  ///
  /// Exact where 38 digits, 24 of them after the point, hold it; otherwise half-even to as many
  /// fractional digits as fit, at least 12.
  var fitted: OracleDecimal? {
    let drop = max(scale - 24, magnitude.digits - 38, 0)
    if drop > scale { return nil }
    let (quotient, half) = magnitude.cut(drop)
    guard let half else { return OracleDecimal(quotient, negative, scale - drop) }
    if scale - drop < 12 { return nil }
    let up = half > 0 || (half == 0 && quotient.isOdd)
    let rounded = up ? quotient + Natural(1) : quotient
    if rounded.digits <= 38 { return OracleDecimal(rounded, negative, scale - drop) }
    if scale - drop < 13 { return nil }
    return OracleDecimal(rounded.cut(1).quotient, negative, scale - drop - 1)
  }

  /// Whether a result is this value at this scale.
  func isExactly(_ value: ExactDecimal) -> Bool {
    magnitude == Natural(value.mantissa.magnitude) && negative == value.isNegative
      && scale == Int(value.scale)
  }
}
