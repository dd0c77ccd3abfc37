import Quantities

/// Reads JSON (RFC 8259) value by value from bytes, without building a tree.
///
/// Strings are validated as UTF-8 and given as ranges of bytes where they hold no escapes.
/// Every fault is a typed error with its offset; nothing traps on any input.
public struct JSONPull {
  /// Deeper nesting is refused.
  public static let deepest = 32

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private(set) var depth = 0

  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: Characters

  @inline(__always)
  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// The next character after white space; nil at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  func fault(_ message: String, at offset: Int? = nil) -> InputError {
    InputError("json.syntax", message, at: offset ?? position)
  }

  /// Another kind of value stands here than the one wanted, or none.
  func wrongKind(_ wanted: Kind) -> InputError {
    guard position < bytes.count, let kind = Kind(beginningWith: bytes[position]) else {
      return unexpected(wanted.words)
    }
    return InputError(
      "json.wrong-kind", "expected \(wanted.words), found \(kind.words)",
      hint: kind == .null ? "leave it out rather than giving null" : nil, at: position)
  }

  private func unexpected(_ wanted: String) -> InputError {
    guard position < bytes.count else { return fault("expected \(wanted), the text ends here") }
    let byte = bytes[position]
    let shown =
      (0x21...0x7E) ~= byte
      ? "'\(Character(UnicodeScalar(byte)))'" : "byte \(String(byte, radix: 16))"
    return fault("expected \(wanted), found \(shown)")
  }

  mutating func kind() throws(InputError) -> Kind {
    guard let next = peek(), let kind = Kind(beginningWith: next) else {
      throw unexpected("a value")
    }
    return kind
  }

  // MARK: Containers

  /// Begins an object.
  ///
  /// - Returns: whether it has a member, which `name()` and the reading of a value must follow.
  @inline(__always)
  mutating func openObject() throws(InputError) -> Bool {
    try open(UInt8(ascii: "{"), UInt8(ascii: "}"), .object)
  }

  /// Begins an array.
  ///
  /// - Returns: whether it has an element, which must be read next.
  @inline(__always)
  mutating func openArray() throws(InputError) -> Bool {
    try open(UInt8(ascii: "["), UInt8(ascii: "]"), .array)
  }

  /// The name of a member and its colon.
  mutating func name() throws(InputError) -> JSONText {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
    let name = try string()
    guard peek() == UInt8(ascii: ":") else { throw unexpected("':' after the name") }
    position += 1
    return name
  }

  /// After a value of an object: whether another member follows.
  @inline(__always)
  mutating func nextMember() throws(InputError) -> Bool {
    try carriesOn(UInt8(ascii: "}"), "',' or '}'")
  }

  /// After an element of an array: whether another one follows.
  @inline(__always)
  mutating func nextElement() throws(InputError) -> Bool {
    try carriesOn(UInt8(ascii: "]"), "',' or ']'")
  }

  private mutating func open(_ character: UInt8, _ close: UInt8, _ kind: Kind)
    throws(InputError) -> Bool
  {
    guard peek() == character else { throw wrongKind(kind) }
    guard depth < Self.deepest else {
      throw InputError("json.too-deep", "nested more than \(Self.deepest) deep", at: position)
    }
    position += 1
    guard peek() == close else {
      depth += 1
      return true
    }
    position += 1
    return false
  }

  private mutating func carriesOn(_ close: UInt8, _ wanted: String) throws(InputError) -> Bool {
    guard let next = peek(), next == UInt8(ascii: ",") || next == close else {
      throw unexpected(wanted)
    }
    position += 1
    if next == close { depth -= 1 }
    return next != close
  }

  /// Refuses a byte-order mark: RFC 8259 section 8.1 forbids writing one.
  func refuseByteOrderMark() throws(InputError) {
    guard bytes.count >= 2 else { return }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw InputError(
        "json.byte-order-mark", "the text begins with a byte-order mark",
        hint: "save it as UTF-8 without a byte-order mark (BOM)", at: 0)
    }
    if (bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE) {
      throw InputError(
        "json.byte-order-mark", "the text is UTF-16", hint: "save it as UTF-8", at: 0)
    }
  }

  /// Nothing but white space may follow.
  mutating func end() throws(InputError) {
    guard peek() == nil else { throw unexpected("the end of the text") }
  }

  // MARK: Scalars

  mutating func boolean() throws(InputError) -> Bool {
    if try word("true") { return true }
    if try word("false") { return false }
    throw wrongKind(.boolean)
  }

  mutating func null() throws(InputError) {
    guard try word("null") else { throw wrongKind(.null) }
  }

  private mutating func word(_ word: StaticString) throws(InputError) -> Bool {
    guard peek() == word.utf8Start.pointee else { return false }
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { throw unexpected("true, false or null") }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
      throw unexpected("true, false or null")
    }
    position += count
    return true
  }

  /// The characters of a number, checked against the grammar.
  mutating func number() throws(InputError) -> Range<Int> {
    skipSpace()
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    guard let first = next, isDigit(first) else {
      if position == start { throw wrongKind(.number) }
      throw unexpected("a digit")
    }
    position += 1
    if first == UInt8(ascii: "0") {
      if let second = next, isDigit(second) {
        throw fault("a number does not begin with 0", at: start)
      }
    } else {
      skipDigits()
    }
    if next == UInt8(ascii: ".") {
      position += 1
      guard let digit = next, isDigit(digit) else { throw unexpected("a digit after the point") }
      skipDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard let digit = next, isDigit(digit) else { throw unexpected("a digit of the exponent") }
      skipDigits()
    }
    return start..<position
  }

  @inline(__always)
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private mutating func skipDigits() {
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
  }

  /// Reads past any value, checking its syntax.
  mutating func skip() throws(InputError) {
    switch try kind() {
    case .object:
      var more = try openObject()
      while more {
        _ = try name()
        try skip()
        more = try nextMember()
      }
    case .array:
      var more = try openArray()
      while more {
        try skip()
        more = try nextElement()
      }
    case .string: _ = try string()
    case .number: _ = try number()
    case .boolean: _ = try boolean()
    case .null: try null()
    }
  }
}
