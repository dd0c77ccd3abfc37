/// An exact fraction in lowest terms with a positive denominator.
///
/// Both parts hold 38 digits at most; arithmetic that would need more throws `overflow`.
@frozen
public struct Fraction: Sendable, Hashable {
  // Words instead of Int128, for the reason given in ExactDecimal.
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64
  @usableFromInline let denominatorHigh: Int64
  @usableFromInline let denominatorLow: UInt64

  /// The numerator, which carries the sign.
  public var numerator: Int128 {
    @inlinable get { Int128(truncatingIfNeeded: high) &<< 64 | Int128(truncatingIfNeeded: low) }
  }

  /// The denominator, above 0.
  public var denominator: Int128 {
    @inlinable get {
      Int128(truncatingIfNeeded: denominatorHigh) &<< 64
        | Int128(truncatingIfNeeded: denominatorLow)
    }
  }

  init(unchecked numerator: Int128, _ denominator: Int128) {
    high = Int64(truncatingIfNeeded: numerator &>> 64)
    low = UInt64(truncatingIfNeeded: numerator)
    denominatorHigh = Int64(truncatingIfNeeded: denominator &>> 64)
    denominatorLow = UInt64(truncatingIfNeeded: denominator)
  }

  /// Creates `numerator` / `denominator` in lowest terms.
  ///
  /// Throws `divisionByZero`, or `overflow` where a part has more than 38 digits.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
    guard denominator != 0 else { throw .divisionByZero }
    try self.init(
      numerator.magnitude, over: denominator.magnitude,
      negative: (numerator < 0) != (denominator < 0))
  }

  /// Creates `numerator` / `denominator` in lowest terms; throws as ``init(_:over:)`` does.
  public init(_ numerator: Int, over denominator: Int) throws(ArithmeticError) {
    try self.init(Int128(numerator), over: Int128(denominator))
  }

  /// Creates the fraction of two decimals, such as 13.5 / 40, in lowest terms.
  ///
  /// Throws `divisionByZero`, or `overflow` where a part has more than 38 digits.
  public init(
    _ numerator: ExactDecimal, over denominator: ExactDecimal
  ) throws(ArithmeticError) {
    guard !denominator.isZero else { throw .divisionByZero }
    let top = numerator.normalized
    let bottom = denominator.normalized
    let scale = max(top.scale, bottom.scale)
    let left = WideMagnitude(
      top.mantissa.magnitude, times: PowersOfTen.wide(Int(scale - top.scale)))
    let right = WideMagnitude(
      bottom.mantissa.magnitude, times: PowersOfTen.wide(Int(scale - bottom.scale)))
    guard left.high == 0, right.high == 0 else { throw .overflow }
    try self.init(
      left.low, over: right.low, negative: top.isNegative != bottom.isNegative)
  }

  /// Creates a whole number.
  public init(_ value: Int) {
    self.init(unchecked: Int128(value), 1)
  }

  /// 0.
  public static var zero: Fraction { Fraction(0) }
  /// 1.
  public static var one: Fraction { Fraction(1) }

  /// Whether the value is 0.
  public var isZero: Bool { numerator == 0 }
  /// Whether the value is below 0.
  public var isNegative: Bool { numerator < 0 }

  /// The fraction of two magnitudes, the second above 0.
  init(
    _ top: UInt128, over bottom: UInt128, negative: Bool
  ) throws(ArithmeticError) {
    let divisor = Self.commonDivisor(top, bottom)
    let (top, bottom) = (top / divisor, bottom / divisor)
    guard top < PowersOfTen.limit, bottom < PowersOfTen.limit else { throw .overflow }
    let value = Int128(truncatingIfNeeded: top)
    self.init(unchecked: negative ? 0 &- value : value, Int128(truncatingIfNeeded: bottom))
  }

  /// The greatest common divisor of two magnitudes that are not both zero.
  static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      if (a | b) >> 64 == 0 {
        var (x, y) = (UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b))
        while y != 0 { (x, y) = (y, x % y) }
        return UInt128(x)
      }
      (a, b) = (b, a % b)
    }
    return a
  }
}

extension Fraction: CustomStringConvertible {
  /// The fraction as "9/20"; a whole number as "3/1".
  public var description: String { "\(numerator)/\(denominator)" }
}

extension Fraction: Comparable {
  /// Whether the left value is below the right one.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let a = WideMagnitude(left.numerator.magnitude, times: right.denominator.magnitude)
    let b = WideMagnitude(right.numerator.magnitude, times: left.denominator.magnitude)
    return left.isNegative ? b.order(a) < 0 : a.order(b) < 0
  }
}
