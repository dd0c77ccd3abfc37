/// Reads a year as a case names it.
enum YearText {
  /// Exactly four digits; nil for anything else.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count == 4 else { return nil }
    var year = 0
    for byte in bytes {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      year = year * 10 + Int(digit)
    }
    return year
  }
}
