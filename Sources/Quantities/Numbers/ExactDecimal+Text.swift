extension ExactDecimal: LosslessStringConvertible, CustomStringConvertible {
  /// The number in plain digits, with as many after the point as its scale; never an exponent.
  public var description: String {
    text(of: mantissa.magnitude, places: Int(scale), padding: 0)
  }

  /// The number with exactly `places` digits after the point, rounded half away from zero.
  ///
  /// Places below 0 count as 0.
  public func text(places: Int) -> String {
    text(places: places, .halfUp)
  }

  /// The number with exactly `places` digits after the point, rounded by `mode`.
  ///
  /// Places below 0 count as 0.
  public func text(places: Int, _ mode: RoundingMode) -> String {
    let wanted = max(places, 0)
    if wanted >= Int(scale) {
      return text(of: mantissa.magnitude, places: Int(scale), padding: wanted - Int(scale))
    }
    let short = trimmed(Int(scale) - wanted, mode)
    return short.text(of: short.mantissa.magnitude, places: wanted, padding: 0)
  }

  /// Hands the description to `body`, without a text of its own.
  public func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withDigits(of: mantissa.magnitude, places: Int(scale)) { body($0) }
  }

  private func text(of magnitude: UInt128, places: Int, padding: Int) -> String {
    let digits = withDigits(of: magnitude, places: places) { String(decoding: $0, as: UTF8.self) }
    if padding == 0 { return digits }
    return digits + (places == 0 ? "." : "") + String(repeating: "0", count: padding)
  }

  /// Hands the characters of the number to `body`.
  private func withDigits<Result>(
    of magnitude: UInt128, places: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
      var start = buffer.count
      var written = 0
      func put(_ byte: UInt8) {
        start -= 1
        buffer.initializeElement(at: start, to: byte)
      }
      func putDigit(_ digit: UInt64) {
        if written == places, written > 0 { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
        written += 1
      }
      var rest = magnitude
      while rest >> 64 != 0 {
        // Word-sized chunks: a 128-bit division costs many times a 64-bit one.
        let parts = rest.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
        rest = parts.quotient
        var chunk = UInt64(truncatingIfNeeded: parts.remainder)
        for _ in 0..<18 {
          putDigit(chunk % 10)
          chunk /= 10
        }
      }
      var word = UInt64(truncatingIfNeeded: rest)
      while word != 0 || written <= places {
        putDigit(word % 10)
        word /= 10
      }
      if isNegative, magnitude != 0 { put(UInt8(ascii: "-")) }
      return body(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}
