extension ExactDecimal {
  /// The quotient: exact where it ends within 24 fractional digits and fits, otherwise rounded
  /// half-even to 20 fractional digits, or to as many as fit down to 12.
  ///
  /// Trailing zeros are dropped. Throws `divisionByZero` or `overflow`.
  public func divided(by other: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    guard other.mantissa != 0 else { throw .divisionByZero }
    return try Self.quotient(
      mantissa.magnitude, scale: Int(scale), by: other.mantissa.magnitude,
      scale: Int(other.scale), negative: isNegative != other.isNegative)
  }

  /// The product of all numerators over the product of all denominators, multiplied exactly first
  /// and divided once, as ``divided(by:)`` does. Throws `divisionByZero` or `overflow`.
  ///
  /// - Complexity: O(n) while the products fit 128 bits, O(n²) beyond.
  public static func quotient(
    of numerators: [ExactDecimal], by denominators: [ExactDecimal]
  ) throws(ArithmeticError) -> ExactDecimal {
    let outcome = numerators.withUnsafeBufferPointer { above in
      denominators.withUnsafeBufferPointer { below in
        Result { () throws(ArithmeticError) in try quotient(ofAll: above, byAll: below) }
      }
    }
    return try outcome.get()
  }

  /// The product without trailing zeros, as the quotient of two numerators by nothing.
  @inlinable
  public static func product(_ left: ExactDecimal, _ right: ExactDecimal) throws(ArithmeticError)
    -> ExactDecimal
  {
    // Whole numbers have no zeros to drop.
    if left.scale == 0, right.scale == 0 {
      let (a, b) = (
        Int64(truncatingIfNeeded: left.mantissa), Int64(truncatingIfNeeded: right.mantissa)
      )
      if Int128(a) == left.mantissa, Int128(b) == right.mantissa {
        return ExactDecimal(unchecked: Int128(a) &* Int128(b), scale: 0)
      }
    }
    return try wholeProduct(left, right)
  }

  @usableFromInline
  static func wholeProduct(_ left: ExactDecimal, _ right: ExactDecimal) throws(ArithmeticError)
    -> ExactDecimal
  {
    let places = Int(left.scale) + Int(right.scale)
    let (top, overflow) = left.mantissa.magnitude.multipliedReportingOverflow(
      by: right.mantissa.magnitude)
    guard !overflow, places <= 20, top < PowersOfTen.limit else {
      return try quotient(of: [left, right], by: [])
    }
    return settled(top, places: places, negative: left.isNegative != right.isNegative)
  }

  /// The same from memory, without an array; see ``quotient(of:by:)``.
  public static func quotient(
    ofAll numerators: UnsafeBufferPointer<ExactDecimal>,
    byAll denominators: UnsafeBufferPointer<ExactDecimal>
  ) throws(ArithmeticError) -> ExactDecimal {
    if let top = product(numerators), let bottom = product(denominators) {
      // A whole product needs no division: only its trailing zeros go.
      if bottom.magnitude == 1, bottom.scale == 0, top.scale <= 20,
        top.magnitude < PowersOfTen.limit
      {
        return settled(
          top.magnitude, places: top.scale, negative: top.negative != bottom.negative)
      }
      guard bottom.magnitude != 0 else { throw .divisionByZero }
      return try quotient(
        top.magnitude, scale: top.scale, by: bottom.magnitude, scale: bottom.scale,
        negative: top.negative != bottom.negative)
    }
    let (top, topScale, topNegative) = longProduct(numerators)
    let (bottom, bottomScale, bottomNegative) = longProduct(denominators)
    guard !bottom.isZero else { throw .divisionByZero }
    if top.isZero { return .zero }
    return try longQuotient(
      top, scale: topScale, by: bottom, scale: bottomScale,
      negative: topNegative != bottomNegative)
  }

  /// The quotient of two magnitudes, the second not zero, each with its scale.
  static func quotient(
    _ top: UInt128, scale topScale: Int, by bottom: UInt128, scale bottomScale: Int,
    negative: Bool
  ) throws(ArithmeticError) -> ExactDecimal {
    if top == 0 { return .zero }
    if let quick = quickQuotient(top, by: bottom, shift: topScale - bottomScale, negative: negative)
    {
      return quick
    }
    return try longQuotient(
      LongMagnitude(top), scale: topScale, by: LongMagnitude(bottom), scale: bottomScale,
      negative: negative)
  }

  /// The quotient where 20 fractional digits of it fit, which is nearly always; otherwise nil.
  private static func quickQuotient(
    _ top: UInt128, by bottom: UInt128, shift: Int, negative: Bool
  ) -> ExactDecimal? {
    let exponent = 20 - shift
    guard exponent >= 0, exponent <= 38 else { return nil }
    let numerator = WideMagnitude(top, times: PowersOfTen.wide(exponent))
    guard numerator.high < bottom else { return nil }
    var (quotient, remainder) = numerator.quotientAndRemainder(by: bottom)
    guard quotient < PowersOfTen.limit &- 1 else { return nil }
    if remainder == 0 { return settled(quotient, places: 20, negative: negative) }
    if bottom & 1 == 0 || isMultipleOfFive(bottom) {
      // The quotient may end within the next four digits.
      let more = WideMagnitude(remainder, times: 10_000).quotientAndRemainder(by: bottom)
      if more.remainder == 0 {
        guard quotient < PowersOfTen.wide(34) else { return nil }
        return settled(quotient &* 10_000 &+ more.quotient, places: 24, negative: negative)
      }
    }
    let rest = bottom &- remainder
    if remainder > rest || (remainder == rest && quotient & 1 == 1) { quotient &+= 1 }
    return settled(quotient, places: 20, negative: negative)
  }

  private static func isMultipleOfFive(_ magnitude: UInt128) -> Bool {
    // 2^64 leaves 1, so that the words may be added; a remainder of one word is a multiplication.
    let high = UInt64(truncatingIfNeeded: magnitude >> 64)
    return (high % 5 &+ UInt64(truncatingIfNeeded: magnitude) % 5) % 5 == 0
  }

  /// The product of the mantissas where it fits 128 bits, with its scale and sign.
  private static func product(
    _ factors: UnsafeBufferPointer<ExactDecimal>
  ) -> (magnitude: UInt128, scale: Int, negative: Bool)? {
    var product: UInt128 = 1
    var scale = 0
    var negative = false
    for factor in factors {
      let (next, overflow) = product.multipliedReportingOverflow(by: factor.mantissa.magnitude)
      if overflow { return nil }
      product = next
      scale &+= Int(factor.scale)
      negative = negative != factor.isNegative
    }
    return (product, scale, negative)
  }

  private static func longProduct(
    _ factors: UnsafeBufferPointer<ExactDecimal>
  ) -> (LongMagnitude, scale: Int, negative: Bool) {
    var product = LongMagnitude(1)
    var scale = 0
    var negative = false
    for factor in factors {
      product.multiply(by: factor.mantissa.magnitude)
      scale += Int(factor.scale)
      negative = negative != factor.isNegative
    }
    return (product, scale, negative)
  }

  /// The quotient of two integers that are not zero, each with its scale.
  static func longQuotient(
    _ top: LongMagnitude, scale topScale: Int, by bottom: LongMagnitude, scale bottomScale: Int,
    negative: Bool
  ) throws(ArithmeticError) -> ExactDecimal {
    // Divide to the finest place at which the quotient has 38 digits; from there round once.
    let bits = top.bitWidth - bottom.bitWidth + 1
    let shift = topScale - bottomScale
    var places = min(24, 37 - (bits * 1233) >> 12 + shift)
    while true {
      guard places >= 0 || places == -1 else { throw .overflow }
      var numerator = top
      var denominator = bottom
      numerator.multiply(byPowerOfTen: places - shift)
      denominator.multiply(byPowerOfTen: shift - places)
      let (long, remainder) = numerator.quotientAndRemainder(by: denominator)
      guard let quotient = long.narrow, quotient < PowersOfTen.limit else {
        places -= 1
        continue
      }
      if places < 24, quotient < PowersOfTen.wide(37) {
        places += 1
        continue
      }
      guard places >= 0 else { throw .overflow }
      if remainder.isZero {
        return settled(quotient, places: places, negative: negative)
      }
      guard places >= 12 else { throw .overflow }
      return try rounded(
        quotient, places: places, negative: negative,
        half: remainder.doubled.order(denominator))
    }
  }

  /// A quotient below 10^38 without its trailing zeros.
  static func settled(_ quotient: UInt128, places: Int, negative: Bool) -> ExactDecimal {
    if quotient == 0 { return .zero }
    let (plain, dropped) = TrailingZeros.dropped(from: quotient, atMost: places)
    return ExactDecimal(signed: plain, negative: negative, scale: places - dropped)
  }

  /// An inexact quotient, cut at `places`, brought half-even to at most 20 of them.
  ///
  /// `half` says how what was cut off compares to half a unit of the last place.
  static func rounded(
    _ quotient: UInt128, places: Int, negative: Bool, half: Int
  ) throws(ArithmeticError) -> ExactDecimal {
    var value = quotient
    var kept = places
    if places > 20 {
      let divisor = PowersOfTen.word(places - 20)
      let (cut, rest) = quotient.quotientAndRemainder(dividingBy: UInt128(divisor))
      // Something was cut off before, so what looks like a tie is above it.
      value = rest >= UInt128(divisor / 2) ? cut + 1 : cut
      kept = 20
    } else if half > 0 || (half == 0 && quotient & 1 == 1) {
      value += 1
    }
    if value == PowersOfTen.limit {
      guard kept > 12 else { throw .overflow }
      value = PowersOfTen.wide(37)
      kept -= 1
    }
    return settled(value, places: kept, negative: negative)
  }
}
