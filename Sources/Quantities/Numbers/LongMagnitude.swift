/// An unsigned integer of any length, for quotients of long products.
///
/// Little-endian 32-bit limbs with no leading zero limb; zero has no limbs.
struct LongMagnitude {
  private(set) var limbs: [UInt32]

  /// The integer `value`.
  init(_ value: UInt128) {
    limbs = stride(from: 0, to: 128, by: 32).map { UInt32(truncatingIfNeeded: value >> $0) }
    trim()
  }

  /// The integer `value`.
  init(_ value: WideMagnitude) {
    limbs = [value.low, value.high].flatMap { half in
      stride(from: 0, to: 128, by: 32).map { UInt32(truncatingIfNeeded: half >> $0) }
    }
    trim()
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    trim()
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }

  /// The value where it fits 128 bits.
  var narrow: UInt128? {
    limbs.count > 4 ? nil : word128(0)
  }

  /// The 128 bits at a place counted in 128 bits.
  func word128(_ place: Int) -> UInt128 {
    limbs.dropFirst(place * 4).prefix(4).reversed().reduce(0) { ($0 << 32) | UInt128($1) }
  }

  /// Whether the lowest bit is set.
  var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }

  /// The number of bits up to the highest one set.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  /// Multiplies by `factor`.
  mutating func multiply(by factor: UInt128) {
    self = self * LongMagnitude(factor)
  }

  /// Multiplies by 10^exponent.
  mutating func multiply(byPowerOfTen exponent: Int) {
    var left = exponent
    while left > 0 {
      let step = min(left, 38)
      multiply(by: PowersOfTen.wide(step))
      left -= step
    }
  }

  static func * (left: LongMagnitude, right: LongMagnitude) -> LongMagnitude {
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        let sum = UInt64(a) &* UInt64(b) &+ UInt64(product[i + j]) &+ carry
        product[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product[i + right.limbs.count] = UInt32(truncatingIfNeeded: carry)
    }
    return LongMagnitude(limbs: product)
  }

  /// -1, 0 or 1 as the magnitude is below, equal to or above `other`.
  func order(_ other: LongMagnitude) -> Int {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
    for (a, b) in zip(limbs.reversed(), other.limbs.reversed()) where a != b {
      return a < b ? -1 : 1
    }
    return 0
  }

  /// The magnitude shifted left by one bit.
  var doubled: LongMagnitude {
    var result = [UInt32]()
    result.reserveCapacity(limbs.count + 1)
    var carry: UInt32 = 0
    for limb in limbs {
      result.append(limb << 1 | carry)
      carry = limb >> 31
    }
    result.append(carry)
    return LongMagnitude(limbs: result)
  }

  /// Quotient and remainder by a divisor that is not zero (Knuth's algorithm D).
  func quotientAndRemainder(
    by divisor: LongMagnitude
  ) -> (quotient: LongMagnitude, remainder: LongMagnitude) {
    guard let top = divisor.limbs.last, order(divisor) >= 0 else {
      return (LongMagnitude(0), self)
    }
    if divisor.limbs.count == 1 {
      var quotient = limbs
      var rest: UInt64 = 0
      for index in limbs.indices.reversed() {
        let part = rest << 32 | UInt64(limbs[index])
        quotient[index] = UInt32(truncatingIfNeeded: part / UInt64(top))
        rest = part % UInt64(top)
      }
      return (LongMagnitude(limbs: quotient), LongMagnitude(UInt128(rest)))
    }
    let shift = UInt32(top.leadingZeroBitCount)
    let v = Self.shifted(divisor.limbs, left: shift)
    var u = Self.shifted(limbs, left: shift)
    if u.count == limbs.count { u.append(0) }
    let n = v.count
    var quotient = [UInt32](repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      let head = UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1])
      var digit = head / UInt64(v[n - 1])
      var rest = head % UInt64(v[n - 1])
      while digit >> 32 != 0 || digit &* UInt64(v[n - 2]) > rest << 32 | UInt64(u[j + n - 2]) {
        digit -= 1
        rest += UInt64(v[n - 1])
        if rest >> 32 != 0 { break }
      }
      var borrow: Int64 = 0
      var carry: UInt64 = 0
      for i in 0..<n {
        let product = digit &* UInt64(v[i]) &+ carry
        carry = product >> 32
        let difference =
          Int64(u[i + j]) - borrow - Int64(UInt32(truncatingIfNeeded: product))
        u[i + j] = UInt32(truncatingIfNeeded: difference)
        borrow = difference < 0 ? 1 : 0
      }
      let difference = Int64(u[j + n]) - borrow - Int64(carry)
      u[j + n] = UInt32(truncatingIfNeeded: difference)
      if difference < 0 {
        digit -= 1
        var back: UInt64 = 0
        for i in 0..<n {
          back += UInt64(u[i + j]) + UInt64(v[i])
          u[i + j] = UInt32(truncatingIfNeeded: back)
          back >>= 32
        }
        u[j + n] = u[j + n] &+ UInt32(truncatingIfNeeded: back)
      }
      quotient[j] = UInt32(truncatingIfNeeded: digit)
    }
    return (LongMagnitude(limbs: quotient), LongMagnitude(limbs: Self.shifted(u, right: shift)))
  }

  private static func shifted(_ limbs: [UInt32], left shift: UInt32) -> [UInt32] {
    if shift == 0 { return limbs }
    var result = [UInt32]()
    result.reserveCapacity(limbs.count + 1)
    var carry: UInt32 = 0
    for limb in limbs {
      result.append(limb << shift | carry)
      carry = limb >> (32 - shift)
    }
    if carry != 0 { result.append(carry) }
    return result
  }

  private static func shifted(_ limbs: [UInt32], right shift: UInt32) -> [UInt32] {
    if shift == 0 { return limbs }
    return limbs.indices.map { index in
      let above = index + 1 < limbs.count ? limbs[index + 1] : 0
      return limbs[index] >> shift | above << (32 - shift)
    }
  }
}
