extension ExactDecimal {
  /// The sum, exact where it fits; throws `overflow`.
  @inlinable
  public func adding(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    if scale == other.scale {
      let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
      if !overflow, sum.magnitude < PowersOfTen.limit {
        return ExactDecimal(unchecked: sum, scale: scale)
      }
      return try aligned(adding: other)
    }
    let left = Int64(truncatingIfNeeded: mantissa)
    let right = Int64(truncatingIfNeeded: other.mantissa)
    if Int128(left) == mantissa, Int128(right) == other.mantissa {
      // Below 2^63 × 10^18 the scaled mantissa has 37 digits, and the sum 38.
      if scale > other.scale, scale &- other.scale <= 18 {
        let shifted = Int128(right) &* Int128(PowersOfTen.word(Int(scale &- other.scale)))
        return ExactDecimal(unchecked: Int128(left) &+ shifted, scale: scale)
      }
      if scale < other.scale, other.scale &- scale <= 18 {
        let shifted = Int128(left) &* Int128(PowersOfTen.word(Int(other.scale &- scale)))
        return ExactDecimal(unchecked: shifted &+ Int128(right), scale: other.scale)
      }
    }
    return try aligned(adding: other)
  }

  /// The difference, exact where it fits; throws `overflow`.
  @inlinable
  public func subtracting(_ other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    try adding(other.negated)
  }

  /// The product, exact where it fits; throws `overflow`.
  @inlinable
  public func multiplied(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    let left = Int64(truncatingIfNeeded: mantissa)
    let right = Int64(truncatingIfNeeded: other.mantissa)
    let places = scale &+ other.scale
    if Int128(left) == mantissa, Int128(right) == other.mantissa, places <= 24 {
      return ExactDecimal(unchecked: Int128(left) &* Int128(right), scale: places)
    }
    return try wideProduct(with: other)
  }

  /// The number with its sign changed.
  public var negated: ExactDecimal {
    @inlinable get { ExactDecimal(unchecked: 0 &- mantissa, scale: scale) }
  }

  /// The number without its sign.
  public var magnitude: ExactDecimal {
    @inlinable get { mantissa < 0 ? negated : self }
  }

  /// The sum of two numbers of different scale, or of a size beyond the fast path.
  @usableFromInline
  func aligned(adding other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    let (fine, coarse) = scale >= other.scale ? (self, other) : (other, self)
    let shift = Int(fine.scale &- coarse.scale)
    let fineSize = fine.mantissa.magnitude
    let shifted = WideMagnitude(coarse.mantissa.magnitude, times: PowersOfTen.wide(shift))
    if shifted.high == 0, shifted.low < PowersOfTen.limit {
      let value = Int128(truncatingIfNeeded: shifted.low)
      let (sum, overflow) = fine.mantissa.addingReportingOverflow(
        coarse.isNegative ? 0 &- value : value)
      if !overflow, sum.magnitude < PowersOfTen.limit {
        return ExactDecimal(unchecked: sum, scale: fine.scale)
      }
    }
    if fine.isNegative == coarse.isNegative {
      let (low, carry) = shifted.low.addingReportingOverflow(fineSize)
      return try WideMagnitude(high: shifted.high &+ (carry ? 1 : 0), low: low)
        .fitted(negative: fine.isNegative, scale: Int(fine.scale))
    }
    let (low, borrow) = shifted.low.subtractingReportingOverflow(fineSize)
    if borrow, shifted.high == 0 {
      return try WideMagnitude(high: 0, low: fineSize &- shifted.low)
        .fitted(negative: fine.isNegative, scale: Int(fine.scale))
    }
    return try WideMagnitude(high: shifted.high &- (borrow ? 1 : 0), low: low)
      .fitted(negative: coarse.isNegative, scale: Int(fine.scale))
  }

  /// The product of numbers beyond the fast path.
  @usableFromInline
  func wideProduct(with other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    try WideMagnitude(mantissa.magnitude, times: other.mantissa.magnitude)
      .fitted(
        negative: isNegative != other.isNegative, scale: Int(scale) + Int(other.scale))
  }
}

extension ExactDecimal {
  /// The sum; see ``adding(_:)``.
  @inlinable
  public static func + (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    try left.adding(right)
  }

  /// The difference; see ``subtracting(_:)``.
  @inlinable
  public static func - (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    try left.subtracting(right)
  }

  /// The product; see ``multiplied(by:)``.
  @inlinable
  public static func * (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    try left.multiplied(by: right)
  }

  /// The quotient; see ``divided(by:)``.
  @inlinable
  public static func / (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    try left.divided(by: right)
  }

  /// The number with its sign changed.
  @inlinable
  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    value.negated
  }
}
