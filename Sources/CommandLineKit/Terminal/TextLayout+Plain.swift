extension TextLayout {
  /// What ``wrap(_:width:indent:hanging:)`` does, byte by byte, for texts in which no character
  /// joins its neighbours: ASCII, Latin letters of Western Europe and signs such as • – €.
  ///
  /// Nil for every other text, and where a word is wider than a line.
  static func wrapPlain(
    _ text: String, width: Int, indent: String, hanging: String
  ) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      guard isPlain(bytes) else { return nil }
      let hangingWidth = displayWidth(of: hanging)
      var lines: [String] = []
      var line = Array(indent.utf8)
      var filled = displayWidth(of: indent)
      var isEmpty = true
      var offset = 0
      while true {
        while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
        guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") else {
          lines.append(isEmpty ? "" : String(decoding: line, as: UTF8.self))
          guard offset < bytes.count else { return lines }
          offset += 1
          (line, filled, isEmpty) = (Array(hanging.utf8), hangingWidth, true)
          continue
        }
        let start = offset
        while offset < bytes.count, bytes[offset] > 0x20 { offset += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        let wordWidth = self.width(ofPlain: word)
        if !isEmpty, filled + 1 + wordWidth > width {
          lines.append(String(decoding: line, as: UTF8.self))
          (line, filled, isEmpty) = (Array(hanging.utf8), hangingWidth, true)
        }
        guard wordWidth <= max(2, width - filled) else { return nil }
        if !isEmpty {
          line.append(0x20)
          filled += 1
        }
        line += word
        filled += wordWidth
        isEmpty = false
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "\t")
  }

  /// Whether a text holds printable ASCII, blanks, line breaks, U+00A0 to U+00FF and the signs of
  /// U+2010 to U+2027, U+2030 to U+205F, U+20A0 to U+20BF and U+2190 to U+22FF only.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x20...0x7E, UInt8(ascii: "\n"), UInt8(ascii: "\t"): offset += 1
      case 0xC2, 0xC3:
        guard offset + 1 < bytes.count, byte == 0xC3 || bytes[offset + 1] >= 0xA0 else {
          return false
        }
        offset += 2
      case 0xE2:
        guard offset + 2 < bytes.count else { return false }
        switch (bytes[offset + 1], bytes[offset + 2]) {
        case (0x80, 0x90...0xA7), (0x80, 0xB0...0xBF), (0x81, 0x80...0x9F), (0x82, 0xA0...0xBF),
          (0x86, 0x90...0xBF), (0x87...0x8B, _):
          offset += 3
        default: return false
        }
      default: return false
      }
    }
    return true
  }

  /// The columns of a plain word: one for each character but the signs, which are looked up.
  private static func width(ofPlain word: UnsafeBufferPointer<UInt8>) -> Int {
    var width = 0
    for byte in word {
      if byte == 0xE2 { return displayWidth(of: String(decoding: word, as: UTF8.self)) }
      if byte & 0xC0 != 0x80 { width += 1 }
    }
    return width
  }
}
