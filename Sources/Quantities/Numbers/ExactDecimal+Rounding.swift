extension ExactDecimal {
  /// The multiple of `quantum` that `mode` chooses, such as 0.01, 0.05, 1 or 100.
  ///
  /// The result has the scale of the quantum where that fits. The sign of the quantum plays no
  /// part. Throws `divisionByZero` for a quantum of zero, `overflow` where the multiple itself
  /// does not fit: it is never rounded again.
  public func rounded(
    to quantum: ExactDecimal, _ mode: RoundingMode
  ) throws(ArithmeticError) -> ExactDecimal {
    guard quantum.mantissa != 0 else { throw .divisionByZero }
    if quantum.mantissa == 1, quantum.scale <= scale {
      return try cut(Int(scale &- quantum.scale), mode)
    }
    let places = Int(max(scale, quantum.scale))
    let value = WideMagnitude(
      mantissa.magnitude, times: PowersOfTen.wide(places - Int(scale)))
    let step = WideMagnitude(
      quantum.mantissa.magnitude, times: PowersOfTen.wide(places - Int(quantum.scale)))
    let rounded = value.rounded(to: step, negative: isNegative, mode)
    let extra = places - Int(quantum.scale)
    return try rounded.droppingZeros(extra)
      .fitted(negative: isNegative, scale: places - extra, exactly: true)
  }

  /// The number brought to `places` digits after the point; negative places round to tens,
  /// hundreds and so on.
  ///
  /// A number with fewer digits after the point stays as it is. Throws `overflow` where the result
  /// does not fit, which for places of 0 and above never happens.
  public func rounded(places: Int, _ mode: RoundingMode) throws(ArithmeticError) -> ExactDecimal {
    if places >= Int(scale) { return self }
    if places >= 0 { return try cut(Int(scale) - places, mode) }
    guard let quantum = ExactDecimal.powerOfTen(max(places, -37) * -1), places >= -37 else {
      throw .overflow
    }
    return try rounded(to: quantum, mode)
  }

  /// The largest whole number that is not above this one.
  public func floor() -> ExactDecimal { whole(.floor) }

  /// The smallest whole number that is not below this one.
  public func ceil() -> ExactDecimal { whole(.ceiling) }

  /// The whole number towards zero.
  public func truncated() -> ExactDecimal { whole(.down) }

  private func whole(_ mode: RoundingMode) -> ExactDecimal {
    scale == 0 ? self : trimmed(Int(scale), mode)
  }

  private func cut(_ digits: Int, _ mode: RoundingMode) throws(ArithmeticError) -> ExactDecimal {
    digits == 0 ? self : trimmed(digits, mode)
  }

  /// Drops 1...24 digits after the point; the result is shorter and so always fits.
  func trimmed(_ digits: Int, _ mode: RoundingMode) -> ExactDecimal {
    let divisor = PowersOfTen.wide(digits)
    var (quotient, remainder) = mantissa.magnitude.quotientAndRemainder(byPower: digits)
    if remainder != 0 {
      let rest = divisor &- remainder
      let half = remainder < rest ? -1 : (remainder == rest ? 0 : 1)
      if mode.movesUp(negative: isNegative, odd: quotient & 1 == 1, half: half) { quotient &+= 1 }
    }
    return ExactDecimal(signed: quotient, negative: isNegative, scale: Int(scale) - digits)
  }
}

extension UInt128 {
  /// Quotient and remainder by 10^digits, for 1...24 digits.
  ///
  /// A divisor of one word takes one or two divisions of the hardware, not the general algorithm.
  fileprivate func quotientAndRemainder(byPower digits: Int) -> (
    quotient: UInt128, remainder: UInt128
  ) {
    guard digits <= 19 else { return quotientAndRemainder(dividingBy: PowersOfTen.wide(digits)) }
    let divisor = PowersOfTen.word(digits)
    let (high, low) = (
      UInt64(truncatingIfNeeded: self >> 64), UInt64(truncatingIfNeeded: self)
    )
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (UInt128(quotient), UInt128(remainder))
    }
    let upper = high.quotientAndRemainder(dividingBy: divisor)
    let lower = divisor.dividingFullWidth((upper.remainder, low))
    return (UInt128(upper.quotient) << 64 | UInt128(lower.quotient), UInt128(lower.remainder))
  }
}
