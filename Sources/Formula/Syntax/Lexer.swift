import Quantities

/// Cuts a formula into tokens.
struct Lexer {
  private let fragment: SourceFragment
  private let bytes: [UInt8]
  private var position = 0

  init(_ fragment: SourceFragment) {
    self.fragment = fragment
    bytes = Array(fragment.text.utf8)
  }

  /// All tokens, the last of kind `end`.
  static func tokens(of fragment: SourceFragment) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(fragment)
    var tokens: [Token] = []
    tokens.reserveCapacity(lexer.bytes.count / 3 + 2)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  /// The sign of two characters that begins so; nil for none.
  private static func longSymbol(_ first: UInt8, _ second: UInt8) -> String? {
    switch (first, second) {
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): "!="
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): "<="
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): ">="
    case (UInt8(ascii: "."), UInt8(ascii: ".")): ".."
    default: nil
    }
  }

  /// The sign of one character; nil for none.
  private static func symbol(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "("): "("
    case UInt8(ascii: ")"): ")"
    case UInt8(ascii: "["): "["
    case UInt8(ascii: "]"): "]"
    case UInt8(ascii: "+"): "+"
    case UInt8(ascii: "-"): "-"
    case UInt8(ascii: "*"): "*"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "<"): "<"
    case UInt8(ascii: ">"): ">"
    case UInt8(ascii: "="): "="
    case UInt8(ascii: ","): ","
    case UInt8(ascii: ":"): ":"
    case UInt8(ascii: ";"): ";"
    case UInt8(ascii: "%"): "%"
    default: nil
    }
  }

  private mutating func next() throws(Diagnostic) -> Token {
    let before = position
    while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D) ~= bytes[position] {
      position += 1
    }
    let spaced = position > before
    let start = position
    guard position < bytes.count else {
      return Token(kind: .end, range: start..<start, spaced: spaced)
    }
    let kind = try scan(from: start)
    return Token(kind: kind, range: start..<position, spaced: spaced)
  }

  private mutating func scan(from start: Int) throws(Diagnostic) -> Token.Kind {
    let byte = bytes[start]
    if Self.isDigit(byte) { return try scanNumberOrDate(from: start) }
    if Self.isLetter(byte) {
      while position < bytes.count, Self.isLetter(bytes[position]) || Self.isDigit(bytes[position])
      {
        position += 1
      }
      return .name(text(start..<position))
    }
    if start + 1 < bytes.count, let pair = Self.longSymbol(byte, bytes[start + 1]) {
      position += 2
      return .symbol(pair)
    }
    guard let symbol = Self.symbol(byte) else {
      let character = fragment.text.utf8.count > start ? shown(at: start) : "?"
      throw Diagnostic(
        "formula.unknown-character", "'\(character)' has no meaning in a formula",
        at: fragment.location(of: start))
    }
    position += 1
    return .symbol(symbol)
  }

  private mutating func scanNumberOrDate(from start: Int) throws(Diagnostic) -> Token.Kind {
    if isDate(at: start) {
      position = start + 10
      guard let day = Day(text(start..<position)) else {
        throw Diagnostic(
          "formula.no-such-day", "\(text(start..<position)) is not a day of the calendar",
          at: fragment.location(of: start), length: 10)
      }
      return .date(day)
    }
    while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    // A dot belongs to the number only before a digit: `1990..2000` is a range of years.
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
      Self.isDigit(bytes[position + 1])
    {
      position += 1
      while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    }
    if position < bytes.count, Self.isLetter(bytes[position]) {
      throw Diagnostic(
        "formula.bad-number", "a number runs into a name", hint: "put a space between them",
        at: fragment.location(of: start), length: position - start + 1)
    }
    guard let value = ExactDecimal(text(start..<position)) else {
      throw Diagnostic(
        "formula.bad-number", "\(text(start..<position)) has more digits than can be held exactly",
        at: fragment.location(of: start), length: position - start)
    }
    return .number(value)
  }

  /// Whether the ten bytes from `start` read like YYYY-MM-DD.
  private func isDate(at start: Int) -> Bool {
    guard start + 10 <= bytes.count else { return false }
    for index in 0..<10 {
      let byte = bytes[start + index]
      let wanted = index == 4 || index == 7 ? byte == UInt8(ascii: "-") : Self.isDigit(byte)
      if !wanted { return false }
    }
    return start + 10 == bytes.count || !Self.isDigit(bytes[start + 10])
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func shown(at offset: Int) -> String {
    let rest = String(decoding: bytes[offset...], as: UTF8.self)
    return rest.first.map(String.init) ?? "?"
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= byte
  }
}
