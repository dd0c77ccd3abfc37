/// Digits as any script writes them, in ASCII.
enum CellDigits {
  /// The text with Arabic-Indic digits and their marks as Latin ones.
  static func latin(_ text: some StringProtocol) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return String(text) }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: plain.append(Unicode.Scalar(UInt8(0x30 + scalar.value - 0x660)))
      case 0x6F0...0x6F9: plain.append(Unicode.Scalar(UInt8(0x30 + scalar.value - 0x6F0)))
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// The number of at most `most` ASCII digits; nil for anything else.
  static func number(_ text: some StringProtocol, most: Int) -> Int? {
    guard !text.isEmpty, text.utf8.count <= most, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return Int(text)
  }
}
