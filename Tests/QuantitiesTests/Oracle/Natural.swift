/// A natural number of any size, by schoolbook arithmetic on limbs of 18 decimal digits.
///
/// The oracle of the arithmetic tests: it shares neither base nor algorithms with what it judges.
struct Natural: Equatable {
  /// Little-endian, without leading zero limbs.
  private(set) var limbs: [UInt64]

  static let base: UInt64 = 1_000_000_000_000_000_000

  init(_ value: UInt128) {
    limbs = []
    var rest = value
    while rest != 0 {
      limbs.append(UInt64(rest % UInt128(Self.base)))
      rest /= UInt128(Self.base)
    }
  }

  private init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { !limbs.isEmpty && limbs[0] & 1 == 1 }

  /// The number of decimal digits; 0 for zero.
  var digits: Int {
    guard let top = limbs.last else { return 0 }
    return (limbs.count - 1) * 18 + String(top).utf8.count
  }

  static func + (left: Natural, right: Natural) -> Natural {
    var sum: [UInt64] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      let a = index < left.limbs.count ? left.limbs[index] : 0
      let b = index < right.limbs.count ? right.limbs[index] : 0
      let part = a + b + carry
      carry = part >= base ? 1 : 0
      sum.append(part - carry * base)
    }
    if carry != 0 { sum.append(carry) }
    return Natural(limbs: sum)
  }

  /// The difference to a number that is not larger.
  static func - (left: Natural, right: Natural) -> Natural {
    var difference: [UInt64] = []
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let b = (index < right.limbs.count ? right.limbs[index] : 0) + borrow
      borrow = left.limbs[index] < b ? 1 : 0
      difference.append(left.limbs[index] + borrow * base - b)
    }
    return Natural(limbs: difference)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    if left.isZero || right.isZero { return Natural(0) }
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for i in left.limbs.indices {
      var carry: UInt64 = 0
      for j in right.limbs.indices {
        let part =
          UInt128(left.limbs[i]) * UInt128(right.limbs[j]) + UInt128(product[i + j] + carry)
        let (high, low) = part.quotientAndRemainder(dividingBy: UInt128(base))
        product[i + j] = UInt64(low)
        carry = UInt64(high)
      }
      product[i + right.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  static func power(_ exponent: Int) -> UInt64 {
    var value: UInt64 = 1
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// The number times 10^exponent.
  func timesTen(to exponent: Int) -> Natural {
    if isZero || exponent == 0 { return self }
    let shifted = Natural(
      limbs: [UInt64](repeating: 0, count: exponent / 18) + limbs)
    return exponent % 18 == 0
      ? shifted : shifted * Natural(UInt128(Self.power(exponent % 18)))
  }

  /// The number over 10^exponent: the quotient, and what was cut off against half a unit:
  /// nil for nothing, otherwise -1, 0 or 1.
  func cut(_ exponent: Int) -> (quotient: Natural, half: Int?) {
    if exponent == 0 { return (self, nil) }
    let skipped = exponent / 18
    let divisor = Self.power(exponent % 18)
    var quotient = Array(limbs.dropFirst(skipped))
    var rest: UInt64 = 0
    for index in quotient.indices.reversed() {
      let part = UInt128(rest) * UInt128(Self.base) + UInt128(quotient[index])
      quotient[index] = UInt64(part / UInt128(divisor))
      rest = UInt64(part % UInt128(divisor))
    }
    let remainder = Natural(limbs: Array(limbs.prefix(skipped)) + [rest])
    if remainder.isZero { return (Natural(limbs: quotient), nil) }
    let unit = Natural(1).timesTen(to: exponent)
    return (Natural(limbs: quotient), (remainder + remainder).order(unit))
  }

  /// -1, 0 or 1 as the number is below, equal to or above `other`.
  func order(_ other: Natural) -> Int {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
    for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
      return limbs[index] < other.limbs[index] ? -1 : 1
    }
    return 0
  }
}
