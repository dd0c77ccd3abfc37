import Formula

extension YAMLNode {
  /// Its text with the place of every character; nil if it is no text.
  ///
  /// - Complexity: O(1) for a plain one-line text in ASCII, else O(n).
  public var fragment: SourceFragment? {
    guard case .text(let text) = content else { return nil }
    let (line, column) = (Int(start.line), Int(start.column))
    if start.line == end.line, text.utf8.allSatisfy({ $0 < 0x80 }) {
      let width = Int(end.column) - column
      if style == .plain {
        return SourceFragment(text, file: source.file, line: line, column: column)
      }
      // Quotes with nothing escaped between them are exactly two characters longer.
      if style == .singleQuoted || style == .doubleQuoted, width == text.utf8.count + 2 {
        return SourceFragment(text, file: source.file, line: line, column: column + 1)
      }
    }
    return SourceFragment(text, file: source.file, segments: segments(of: text))
  }

  /// Follows the text through the file: blanks may be folded, characters escaped.
  private func segments(of text: String) -> [SourceFragment.Segment] {
    var walk = ScalarWalk(node: self)
    var segments: [SourceFragment.Segment] = []
    var expected: (line: Int, column: Int)?
    var offset = 0
    for scalar in text.unicodeScalars {
      let place = walk.place(of: scalar)
      if expected.map({ $0 != place }) ?? true {
        segments.append(.init(offset: offset, line: place.line, column: place.column))
      }
      let width = UTF8.width(scalar)
      // Columns count characters, offsets bytes: after a wider character they part.
      expected = (place.line, place.column + width)
      offset += width
    }
    if segments.isEmpty {
      segments.append(.init(offset: 0, line: Int(start.line), column: Int(start.column)))
    }
    return segments
  }
}

/// Finds the characters of a scalar's value again in the file it was read from.
private struct ScalarWalk {
  private let source: SourceText
  private let style: YAMLNode.Style
  private var offset: Int
  private var line: Int
  private var column: Int
  private let end: Int

  init(node: YAMLNode) {
    source = node.source
    style = node.style
    line = Int(node.start.line)
    column = Int(node.start.column)
    offset = source.offset(line: line, column: column)
    end = source.offset(line: Int(node.end.line), column: Int(node.end.column))
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: step()
    case .literal, .folded:
      // The header (`|`, `>-`, a comment) ends with its line.
      while offset < end, source.bytes[offset] != UInt8(ascii: "\n") { step() }
      step()
    }
  }

  /// The place of the next character of the value.
  mutating func place(of scalar: Unicode.Scalar) -> (line: Int, column: Int) {
    if scalar == " " || scalar == "\n" || scalar == "\t" {
      let place = (line, column)
      if offset < end, source.bytes[offset] == UInt8(scalar.value) { step() }
      return place
    }
    while offset < end, isBlank(source.bytes[offset]) { step() }
    let place = (line, column)
    guard offset < end else { return place }
    switch (style, source.bytes[offset]) {
    case (.singleQuoted, UInt8(ascii: "'")):
      step()
      step()
    case (.doubleQuoted, UInt8(ascii: "\\")): return escaped(scalar)
    default: step()
    }
    return place
  }

  private mutating func escaped(_ scalar: Unicode.Scalar) -> (line: Int, column: Int) {
    let place = (line, column)
    step()
    guard offset < end else { return place }
    let kind = source.bytes[offset]
    step()
    switch kind {
    case UInt8(ascii: "\n"): return self.place(of: scalar)
    case UInt8(ascii: "x"): for _ in 0..<2 { step() }
    case UInt8(ascii: "u"): for _ in 0..<4 { step() }
    case UInt8(ascii: "U"): for _ in 0..<8 { step() }
    default: break
    }
    return place
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private mutating func step() {
    guard offset < source.bytes.count else { return }
    if source.bytes[offset] == UInt8(ascii: "\n") {
      line += 1
      column = 1
      offset += 1
      return
    }
    offset += 1
    while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    column += 1
  }
}
