extension JSONReader {
  /// Reads a number, checking `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
  mutating func readNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    if position == start { throw fail(.badNumber, "a digit") }
  }

  /// Reads a text in quotes; the position stands at the opening quote.
  mutating func readString() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    // Most texts have no escape: they are one run of bytes.
    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    var collected: [UInt8] = []
    var runStart = start
    while true {
      switch try peek("the closing quote") {
      case UInt8(ascii: "\""):
        collected.append(contentsOf: bytes[runStart..<position])
        guard let text = String(validating: collected, as: UTF8.self) else {
          position = start
          throw fail(.badUTF8, "UTF-8 in this text")
        }
        position += 1
        return text
      case UInt8(ascii: "\\"):
        collected.append(contentsOf: bytes[runStart..<position])
        position += 1
        try readEscape(into: &collected)
        runStart = position
      case 0..<0x20: throw fail(.controlCharacter, "an escape for a control character")
      default: position += 1
      }
    }
  }

  private mutating func readEscape(into collected: inout [UInt8]) throws(JSONSyntaxError) {
    let byte = try peek("an escape")
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(byte)
    case UInt8(ascii: "b"): collected.append(0x08)
    case UInt8(ascii: "f"): collected.append(0x0C)
    case UInt8(ascii: "n"): collected.append(0x0A)
    case UInt8(ascii: "r"): collected.append(0x0D)
    case UInt8(ascii: "t"): collected.append(0x09)
    case UInt8(ascii: "u"): collected.append(contentsOf: try readUnicodeEscape())
    default:
      position -= 1
      throw fail(.badEscape, "one of \" \\ / b f n r t u")
    }
  }

  private mutating func readUnicodeEscape() throws(JSONSyntaxError) -> [UInt8] {
    var code = try hexQuad()
    if (0xD800..<0xDC00).contains(code) {
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw fail(.badEscape, "the second half of a surrogate pair") }
      position += 2
      let low = try hexQuad()
      guard (0xDC00..<0xE000).contains(low) else {
        throw fail(.badEscape, "the second half of a surrogate pair")
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw fail(.badEscape, "a character, not half a surrogate pair")
    }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexQuad() throws(JSONSyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek("four hexadecimal digits")
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fail(.badEscape, "four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
