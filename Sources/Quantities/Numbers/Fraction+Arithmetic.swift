extension Fraction {
  /// The sum; throws `overflow`.
  public func adding(_ other: Fraction) throws(ArithmeticError) -> Fraction {
    let divisor = Self.commonDivisor(denominator.magnitude, other.denominator.magnitude)
    let share = Int128(divisor)
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(
      by: other.denominator / share)
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(
      by: denominator / share)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    // The sum may share a factor with the common divisor, which keeps the denominator small.
    let factor = Self.commonDivisor(sum.magnitude, divisor)
    let (bottom, overflowBottom) = (denominator / Int128(factor)).multipliedReportingOverflow(
      by: other.denominator / share)
    guard !overflowLeft, !overflowRight, !overflowSum, !overflowBottom else { throw .overflow }
    return try Fraction(sum / Int128(factor), over: bottom)
  }

  /// The difference; throws `overflow`.
  public func subtracting(_ other: Fraction) throws(ArithmeticError) -> Fraction {
    try adding(other.negated)
  }

  /// The product; throws `overflow`.
  public func multiplied(by other: Fraction) throws(ArithmeticError) -> Fraction {
    let a = Self.commonDivisor(numerator.magnitude, other.denominator.magnitude)
    let b = Self.commonDivisor(other.numerator.magnitude, denominator.magnitude)
    let top = (numerator.magnitude / a).multipliedReportingOverflow(
      by: other.numerator.magnitude / b)
    let bottom = (denominator.magnitude / b).multipliedReportingOverflow(
      by: other.denominator.magnitude / a)
    guard !top.overflow, !bottom.overflow else { throw .overflow }
    return try Fraction(
      top.partialValue, over: bottom.partialValue, negative: isNegative != other.isNegative)
  }

  /// The quotient; throws `divisionByZero` or `overflow`.
  public func divided(by other: Fraction) throws(ArithmeticError) -> Fraction {
    guard !other.isZero else { throw .divisionByZero }
    let inverse = Fraction(
      unchecked: other.isNegative ? 0 &- other.denominator : other.denominator,
      other.isNegative ? 0 &- other.numerator : other.numerator)
    return try multiplied(by: inverse)
  }

  /// The fraction with its sign changed.
  public var negated: Fraction { Fraction(unchecked: 0 &- numerator, denominator) }

  /// This share of an amount: multiplied first, then divided once as
  /// ``ExactDecimal/divided(by:)`` does. Throws `overflow`.
  public func of(_ amount: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    if numerator == denominator { return amount }
    let (product, overflow) = amount.mantissa.magnitude.multipliedReportingOverflow(
      by: numerator.magnitude)
    if !overflow {
      return try ExactDecimal.quotient(
        product, scale: Int(amount.scale), by: denominator.magnitude, scale: 0,
        negative: amount.isNegative != isNegative)
    }
    return try ExactDecimal.quotient(
      of: [amount, ExactDecimal(unchecked: numerator, scale: 0)],
      by: [ExactDecimal(unchecked: denominator, scale: 0)])
  }

  /// The value as a decimal, rounded as ``ExactDecimal/divided(by:)`` does.
  public func decimal() throws(ArithmeticError) -> ExactDecimal {
    try ExactDecimal(unchecked: numerator, scale: 0)
      .divided(by: ExactDecimal(unchecked: denominator, scale: 0))
  }
}

extension Fraction {
  /// The sum; see ``adding(_:)``.
  public static func + (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
    try left.adding(right)
  }

  /// The difference; see ``subtracting(_:)``.
  public static func - (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
    try left.subtracting(right)
  }

  /// The product; see ``multiplied(by:)``.
  public static func * (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
    try left.multiplied(by: right)
  }

  /// The quotient; see ``divided(by:)``.
  public static func / (left: Fraction, right: Fraction) throws(ArithmeticError) -> Fraction {
    try left.divided(by: right)
  }
}
