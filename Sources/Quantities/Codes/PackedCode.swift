/// Codes of up to four Latin letters as one integer, upper case.
enum PackedCode {
  /// The code in upper case, eight bits a letter, or nil for other characters or lengths.
  static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard bytes.count >= 2, bytes.count <= 4 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      let letter = byte & 0xDF
      guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { return nil }
      value = value << 8 | UInt32(letter)
    }
    return value
  }

  /// The letters of a packed code.
  static func text(_ packed: UInt32) -> String {
    // The first letter stands highest; a shorter code leaves the bytes above it empty.
    withUnsafeBytes(of: packed.bigEndian) { bytes in
      String(decoding: bytes[(packed.leadingZeroBitCount >> 3)...], as: UTF8.self)
    }
  }
}
