/// An exact decimal number: `mantissa` × 10^-`scale`.
///
/// The mantissa has at most 38 digits, of which at most 24 stand after the point. Sums, differences
/// and products are exact as long as they fit; beyond that they are rounded half-even to as many
/// fractional digits as fit, never fewer than 12, and `ArithmeticError.overflow` is thrown where
/// even that is impossible. Nothing traps and nothing wraps. Two numbers of equal value are equal
/// and hash alike whatever their scale: `1.0 == 1.00`.
@frozen
public struct ExactDecimal: Sendable {
  // Two words, not one Int128: in unoptimized code Swift 6.3 spills an optional with an Int128 in it
  // to a stack slot that is not aligned for it, and loading it from there crashes.
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64
  /// The number of digits after the point, 0...24.
  public let scale: UInt8

  /// The digits as an integer, at most 10^38 - 1 in magnitude.
  public var mantissa: Int128 {
    @inlinable get { Int128(truncatingIfNeeded: high) &<< 64 | Int128(truncatingIfNeeded: low) }
  }

  /// The largest scale.
  public static var maximumScale: UInt8 { 24 }

  /// The fewest fractional digits that an inexact result keeps.
  public static var minimumInexactScale: UInt8 { 12 }

  /// A number from parts known to be in range.
  @inlinable
  init(unchecked mantissa: Int128, scale: UInt8) {
    high = Int64(truncatingIfNeeded: mantissa &>> 64)
    low = UInt64(truncatingIfNeeded: mantissa)
    self.scale = scale
  }

  /// Creates the number `mantissa` × 10^-`scale`.
  ///
  /// Throws `overflow` where the mantissa has more than 38 digits or the scale is above 24.
  @inlinable
  public init(mantissa: Int128, scale: UInt8) throws(ArithmeticError) {
    guard mantissa.magnitude < PowersOfTen.limit, scale <= 24 else { throw .overflow }
    self.init(unchecked: mantissa, scale: scale)
  }

  /// Creates a whole number.
  @inlinable
  public init(_ value: Int) {
    self.init(unchecked: Int128(value), scale: 0)
  }

  /// 0.
  public static var zero: ExactDecimal { @inlinable get { ExactDecimal(0) } }
  /// 1.
  public static var one: ExactDecimal { @inlinable get { ExactDecimal(1) } }
  /// 10.
  public static var ten: ExactDecimal { @inlinable get { ExactDecimal(10) } }
  /// 100.
  public static var hundred: ExactDecimal { @inlinable get { ExactDecimal(100) } }

  /// 10^exponent for -24...37, or nil.
  public static func powerOfTen(_ exponent: Int) -> ExactDecimal? {
    switch exponent {
    case -24 ... -1: ExactDecimal(unchecked: 1, scale: UInt8(-exponent))
    case 0...37: ExactDecimal(unchecked: Int128(PowersOfTen.wide(exponent)), scale: 0)
    default: nil
    }
  }

  /// Whether the value is 0.
  public var isZero: Bool { @inlinable get { mantissa == 0 } }
  /// Whether the value is below 0.
  public var isNegative: Bool { @inlinable get { mantissa < 0 } }
  /// -1, 0 or 1 as the value is below, equal to or above 0.
  public var signum: Int { @inlinable get { mantissa < 0 ? -1 : (mantissa == 0 ? 0 : 1) } }

  /// Whether the value is a whole number.
  public var isInteger: Bool {
    scale == 0 || mantissa.magnitude % PowersOfTen.wide(Int(scale)) == 0
  }

  /// The value as a machine integer, or nil if it is not whole or does not fit.
  public var intValue: Int? {
    if scale == 0 { return Int(exactly: mantissa) }
    let (quotient, remainder) = mantissa.quotientAndRemainder(
      dividingBy: Int128(PowersOfTen.wide(Int(scale))))
    return remainder == 0 ? Int(exactly: quotient) : nil
  }

  /// The same value with no trailing zeros after the point.
  public var normalized: ExactDecimal {
    if scale == 0 { return self }
    if mantissa == 0 { return .zero }
    let (magnitude, dropped) = TrailingZeros.dropped(from: mantissa.magnitude, atMost: Int(scale))
    if dropped == 0 { return self }
    return ExactDecimal(
      unchecked: mantissa < 0 ? 0 &- Int128(magnitude) : Int128(magnitude),
      scale: scale &- UInt8(dropped))
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// Creates a whole number from a literal.
  @inlinable
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
