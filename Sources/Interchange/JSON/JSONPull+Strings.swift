extension JSONPull {
  /// Reads a string, validating its UTF-8 and its escapes.
  mutating func string() throws(InputError) -> JSONText {
    guard peek() == UInt8(ascii: "\"") else { throw wrongKind(.string) }
    position += 1
    let start = position
    while true {
      skipPlain()
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return JSONText(range: start..<position - 1, decoded: nil)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0x00..<0x20:
        throw fault("a control character in a text must be written as an escape")
      default: try skipMultibyte()
      }
    }
    throw fault("this text is never closed", at: start - 1)
  }

  /// Steps over ASCII that ends no string, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlain() {
    guard let base = bytes.baseAddress else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    // In a register: the position of the reader is memory.
    var place = position
    defer { position = place }
    while place &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let escape = word ^ (ones &* 0x5C)
      // The lowest marked byte is a true hit; borrows mark only bytes above one.
      let hits =
        ((quote &- ones) & ~quote | (escape &- ones) & ~escape | (word &- ones &* 0x20) & ~word
          | word) & (ones << 7)
      if hits != 0 {
        place &+= hits.trailingZeroBitCount >> 3
        return
      }
      place &+= 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      guard (0x20..<0x80) ~= byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
        return
      }
      place &+= 1
    }
  }

  /// The slow way: from the first escape on, the bytes are copied.
  private mutating func escapedString(from start: Int) throws(InputError) -> JSONText {
    var decoded = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return JSONText(range: start..<position - 1, decoded: decoded)
      case UInt8(ascii: "\\"): try unescape(into: &decoded)
      case 0x20..<0x80:
        decoded.append(byte)
        position += 1
      case 0x00..<0x20:
        throw fault("a control character in a text must be written as an escape")
      default:
        let from = position
        try skipMultibyte()
        decoded += bytes[from..<position]
      }
    }
    throw fault("this text is never closed", at: start - 1)
  }

  private mutating func unescape(into decoded: inout [UInt8]) throws(InputError) {
    let start = position
    guard position + 1 < bytes.count else {
      throw fault("the text ends inside an escape", at: start)
    }
    let escape = bytes[position + 1]
    position += 2
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(escape)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(from: start)
      if (0xD800..<0xDC00) ~= code {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw fault("half of a surrogate pair", at: start) }
        position += 2
        let low = try hexadecimal(from: start)
        guard (0xDC00..<0xE000) ~= low else {
          throw fault("half of a surrogate pair", at: start)
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = UnicodeScalar(code) else {
        throw fault("half of a surrogate pair", at: start)
      }
      decoded += Array(String(Character(scalar)).utf8)
    default: throw fault("'\\' begins no known escape here", at: start)
    }
  }

  private mutating func hexadecimal(from start: Int) throws(InputError) -> UInt32 {
    guard position + 4 <= bytes.count else {
      throw fault("expected four hexadecimal digits after \\u", at: start)
    }
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue,
        bytes[position] < 0x80
      else { throw fault("expected four hexadecimal digits after \\u", at: start) }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  /// Steps over one character of two to four bytes, as RFC 3629 allows them.
  private mutating func skipMultibyte() throws(InputError) {
    let start = position
    let lead = bytes[position]
    let (count, low, high): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (1, 0x80, 0xBF)
      case 0xE0: (2, 0xA0, 0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (2, 0x80, 0xBF)
      case 0xED: (2, 0x80, 0x9F)
      case 0xF0: (3, 0x90, 0xBF)
      case 0xF1...0xF3: (3, 0x80, 0xBF)
      case 0xF4: (3, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard count > 0, position + count < bytes.count, (low...high) ~= bytes[position + 1] else {
      throw InputError("json.utf8", "these bytes are not UTF-8", at: start)
    }
    if count > 1 {
      for index in 2...count where !((0x80...0xBF) ~= bytes[position + index]) {
        throw InputError("json.utf8", "these bytes are not UTF-8", at: start)
      }
    }
    position += count + 1
  }
}
