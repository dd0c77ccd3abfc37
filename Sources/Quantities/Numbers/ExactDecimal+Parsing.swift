extension ExactDecimal {
  /// Reads `[-+]digits[.digits][e[-+]digits]` from ASCII bytes, all of them.
  ///
  /// The value is never rounded: a number that needs more than 24 fractional digits or 38 digits
  /// in all throws `outOfRange`; anything else than the form above throws `invalid`. Zeros that
  /// change nothing do not count against the limits.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(DecimalTextError) {
    var index = 0
    let end = bytes.count
    var negative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let start = index
    var digits: UInt64 = 0
    while index < end, bytes[index] &- 48 < 10 {
      digits = digits &* 10 &+ UInt64(bytes[index] &- 48)
      index += 1
    }
    let pointAt = index
    guard pointAt > start else { throw .invalid }
    var fraction = 0
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      while index < end, bytes[index] &- 48 < 10 {
        digits = digits &* 10 &+ UInt64(bytes[index] &- 48)
        index += 1
      }
      fraction = index - pointAt - 1
      guard fraction > 0 else { throw .invalid }
    }
    let integer = pointAt - start
    if index == end, integer + fraction <= 19, fraction <= 24 {
      let value = Int128(digits)
      self.init(unchecked: negative ? 0 &- value : value, scale: UInt8(fraction))
      return
    }
    if index == end, integer + fraction <= 38, fraction <= 24 {
      let value = Self.longDigits(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      self.init(signed: value, negative: negative, scale: fraction)
      return
    }
    let digitsEnd = index
    let exponent = try Self.exponent(bytes, from: index)
    try self.init(
      digits: UnsafeBufferPointer(rebasing: bytes[start..<digitsEnd]),
      scale: fraction, exponent: exponent, negative: negative)
  }

  /// The value of up to 38 digits, among which may stand a point.
  private static func longDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt128 {
    var upper: UInt64 = 0
    var lower: UInt64 = 0
    var count = 0
    for byte in bytes where byte != UInt8(ascii: ".") {
      if count < 19 {
        upper = upper &* 10 &+ UInt64(byte &- 48)
      } else {
        lower = lower &* 10 &+ UInt64(byte &- 48)
      }
      count &+= 1
    }
    return UInt128(upper) &* UInt128(PowersOfTen.word(max(count &- 19, 0))) &+ UInt128(lower)
  }

  /// Reads all of `bytes`; see ``init(parsing:)``.
  public init(parsing bytes: [UInt8]) throws(DecimalTextError) {
    self = try Self.read(bytes)
  }

  /// Reads a text of ASCII characters; see ``init(parsing:)``. Nil where that throws.
  public init?(_ text: some StringProtocol) {
    guard let value = try? Self.read(text.utf8) else { return nil }
    self = value
  }

  /// Reads a text of ASCII characters; see ``init(parsing:)``. Nil where that throws.
  public init?(_ description: String) {
    guard let value = try? Self.read(description.utf8) else { return nil }
    self = value
  }

  private static func read(
    _ bytes: some Collection<UInt8>
  ) throws(DecimalTextError) -> ExactDecimal {
    let result = bytes.withContiguousStorageIfAvailable { storage in
      Result { () throws(DecimalTextError) in try ExactDecimal(parsing: storage) }
    }
    return try
      (result
      ?? ContiguousArray(bytes).withUnsafeBufferPointer { storage in
        Result { () throws(DecimalTextError) in try ExactDecimal(parsing: storage) }
      }).get()
  }

  /// The exponent that stands at `index`, or 0 at the end; far too large ones are cut short.
  private static func exponent(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: Int
  ) throws(DecimalTextError) -> Int {
    var index = index
    if index == bytes.count { return 0 }
    guard bytes[index] | 0x20 == UInt8(ascii: "e") else { throw .invalid }
    index += 1
    var negative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { throw .invalid }
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- 48
      guard digit < 10 else { throw .invalid }
      // Beyond any text's length nothing changes any more.
      value = min(value &* 10 &+ Int(digit), 1 << 48)
      index += 1
    }
    return negative ? -value : value
  }

  /// The number of the given digits, which may hold a point, at a scale that may not fit.
  private init(
    digits: UnsafeBufferPointer<UInt8>, scale: Int, exponent: Int, negative: Bool
  ) throws(DecimalTextError) {
    let places = scale - exponent
    var value: UInt128 = 0
    // Zeros wait here until a digit follows that needs them.
    var zeros = 0
    for byte in digits where byte != UInt8(ascii: ".") {
      if byte == UInt8(ascii: "0") {
        zeros += 1
        continue
      }
      if value != 0 {
        guard zeros < 38, let scaled = Self.shifted(value, by: zeros + 1) else {
          throw .outOfRange
        }
        value = scaled
      }
      value &+= UInt128(byte &- 48)
      zeros = 0
    }
    guard value != 0 else {
      self.init(unchecked: 0, scale: UInt8(min(max(places, 0), 24)))
      return
    }
    // Keep the zeros that were written as far as they fit.
    let least = places - zeros
    guard least <= 24 else { throw .outOfRange }
    let wanted = min(max(places, 0), 24)
    if let scaled = Self.shifted(value, by: wanted - least) {
      self.init(signed: scaled, negative: negative, scale: wanted)
    } else if let scaled = Self.shifted(value, by: max(0, -least)) {
      self.init(signed: scaled, negative: negative, scale: max(0, least))
    } else {
      throw .outOfRange
    }
  }

  /// value × 10^exponent where that is below 10^38.
  private static func shifted(_ value: UInt128, by exponent: Int) -> UInt128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    let (high, low) = value.multipliedFullWidth(by: PowersOfTen.wide(exponent))
    return high == 0 && low < PowersOfTen.limit ? low : nil
  }
}
