extension WideMagnitude {
  /// The multiple of `step`, which is not zero, that the mode chooses.
  ///
  /// Both operands are below 10^62, so the result is far from the 256-bit limit.
  func rounded(to step: WideMagnitude, negative: Bool, _ mode: RoundingMode) -> WideMagnitude {
    let (quotientIsOdd, remainder) = parityAndRemainder(by: step)
    if remainder.high == 0, remainder.low == 0 { return self }
    let below = subtracting(remainder)
    let rest = step.subtracting(remainder)
    let half = remainder.order(rest)
    return mode.movesUp(negative: negative, odd: quotientIsOdd, half: half)
      ? below.adding(step) : below
  }

  /// The number over 10^digits, of which the number is a multiple.
  func droppingZeros(_ digits: Int) -> WideMagnitude {
    if digits == 0 { return self }
    let divisor = PowersOfTen.wide(digits)
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    return WideMagnitude(high: upper, low: divisor.dividingFullWidth((rest, low)).quotient)
  }

  /// The sum of two magnitudes whose sum fits.
  func adding(_ other: WideMagnitude) -> WideMagnitude {
    let (sum, carry) = low.addingReportingOverflow(other.low)
    return WideMagnitude(high: high &+ other.high &+ (carry ? 1 : 0), low: sum)
  }

  /// The difference to a magnitude that is not larger.
  func subtracting(_ other: WideMagnitude) -> WideMagnitude {
    let (difference, borrow) = low.subtractingReportingOverflow(other.low)
    return WideMagnitude(high: high &- other.high &- (borrow ? 1 : 0), low: difference)
  }

  /// -1, 0 or 1 as the magnitude is below, equal to or above the other.
  func order(_ other: WideMagnitude) -> Int {
    if high != other.high { return high < other.high ? -1 : 1 }
    return low == other.low ? 0 : (low < other.low ? -1 : 1)
  }

  /// Whether the quotient by `step` is odd, and the remainder.
  private func parityAndRemainder(by step: WideMagnitude) -> (odd: Bool, WideMagnitude) {
    if step.high == 0 {
      let rest = high % step.low
      let (lower, remainder) = step.low.dividingFullWidth((rest, low))
      return (lower & 1 == 1, WideMagnitude(high: 0, low: remainder))
    }
    let (quotient, remainder) = LongMagnitude(self).quotientAndRemainder(by: LongMagnitude(step))
    return (quotient.isOdd, WideMagnitude(remainder))
  }

  /// The low 256 bits of a long magnitude.
  private init(_ long: LongMagnitude) {
    self.init(high: long.word128(1), low: long.word128(0))
  }
}
