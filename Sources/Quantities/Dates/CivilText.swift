/// Reading and writing of dates as fixed columns of digits.
enum CivilText {
  /// Writes the last `digits` digits of a value at a column.
  static func put(
    _ value: Int, digits: Int, at column: Int, of buffer: UnsafeMutableBufferPointer<UInt8>
  ) {
    var rest = value
    for index in (column..<column + digits).reversed() {
      buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// The number that `count` digits from `start` on form, or nil.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = bytes[index] &- 48
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Hands the UTF-8 of a text to a byte parser.
  static func read<Value>(
    _ text: some StringProtocol, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> Value? {
    text.utf8.withContiguousStorageIfAvailable(parse)
      ?? ContiguousArray(text.utf8).withUnsafeBufferPointer(parse)
  }
}
