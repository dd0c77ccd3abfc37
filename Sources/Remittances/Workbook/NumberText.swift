/// Reads the numbers of a sheet.
enum NumberText {
  /// What a cell's text says.
  enum Reading: Equatable {
    case number(PackedDecimal)
    /// As `number`, but digits beyond the 17th were rounded away.
    case shortened(PackedDecimal)
    /// Blank.
    case blank
    /// `..`, `N/A` and the like.
    case placeholder
    case unreadable
  }

  /// Reads `[-+]digits[.digits][e[-+]digits]` with spaces around it.
  ///
  /// - Parameter isBinary: whether the text was printed from a binary number, as a workbook's numeric
  ///   cells are. A spreadsheet computes and shows such a number to 15 significant digits, so that
  ///   `3.3100000000000001` is 3.31; digits beyond are rounded half up.
  static func read(_ text: UnsafeBufferPointer<UInt8>, isBinary: Bool) -> Reading {
    var start = 0
    var end = text.count
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    if start == end { return .blank }
    var index = start
    let negative = text[index] == UInt8(ascii: "-")
    if negative || text[index] == UInt8(ascii: "+") { index += 1 }
    let most = isBinary ? 15 : 17
    var mantissa: Int64 = 0
    var digits = 0
    var scale = 0
    var hasDigit = false
    var hasPoint = false
    var roundUp = false
    var isShort = false
    while index < end {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        hasDigit = true
        if digits < most {
          mantissa = mantissa * 10 + Int64(byte - 0x30)
          if mantissa != 0 { digits += 1 }
          if hasPoint { scale += 1 }
        } else {
          if digits == most { roundUp = byte >= UInt8(ascii: "5") }
          if byte != UInt8(ascii: "0") { isShort = true }
          digits += 1
          if !hasPoint { scale -= 1 }
        }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard hasDigit else { return placeholder(text, start, end) }
    if index < end {
      guard text[index] | 0x20 == UInt8(ascii: "e"),
        let exponent = exponent(text, index + 1, end)
      else { return placeholder(text, start, end) }
      scale -= exponent
    }
    if roundUp { mantissa += 1 }
    while scale < 0, mantissa != 0 {
      guard mantissa < 1 << 54 else { return .unreadable }
      mantissa *= 10
      scale += 1
    }
    if mantissa == 0 { scale = 0 }
    while scale > 24, mantissa != 0 {
      isShort = isShort || mantissa % 10 != 0
      mantissa = (mantissa + 5) / 10
      scale -= 1
    }
    guard let packed = PackedDecimal(mantissa: negative ? -mantissa : mantissa, scale: scale) else {
      return .unreadable
    }
    return isShort && !isBinary ? .shortened(packed) : .number(packed)
  }

  private static func exponent(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var index = start
    guard index < end else { return nil }
    let negative = text[index] == UInt8(ascii: "-")
    if negative || text[index] == UInt8(ascii: "+") { index += 1 }
    guard index < end, end - index <= 3 else { return nil }
    var value = 0
    while index < end {
      guard text[index] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return negative ? -value : value
  }

  private static func placeholder(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Reading {
    let word = String(decoding: text[start..<end], as: UTF8.self).lowercased()
    switch word {
    case "..", "n/a", "na", "#n/a", "-", "not available", "null": return .placeholder
    default: return .unreadable
    }
  }
}
