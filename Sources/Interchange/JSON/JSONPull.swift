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

  /// What kind of value begins at the next character.
  enum Kind: String { case object, array, string, number, boolean, null }

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

  private func unexpected(_ wanted: String) -> InputError {
    guard position < bytes.count else { return fault("expected \(wanted), the text ends here") }
    let byte = bytes[position]
    let shown =
      (0x21...0x7E) ~= byte
      ? "'\(Character(UnicodeScalar(byte)))'" : "byte \(String(byte, radix: 16))"
    return fault("expected \(wanted), found \(shown)")
  }

  private mutating func expect(_ character: UInt8, _ wanted: String) throws(InputError) {
    guard peek() == character else { throw unexpected(wanted) }
    position += 1
  }

  mutating func kind() throws(InputError) -> Kind {
    guard let next = peek() else { throw unexpected("a value") }
    switch next {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw unexpected("a value")
    }
  }

  // MARK: Containers

  /// Reads an object; `body` must read the value of each key.
  mutating func object(
    _ body: (inout JSONPull, _ key: JSONText) throws(InputError) -> Void
  ) throws(InputError) {
    try enter(UInt8(ascii: "{"), "an object '{…}'")
    if peek() == UInt8(ascii: "}") {
      position += 1
      depth -= 1
      return
    }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let key = try string()
      try expect(UInt8(ascii: ":"), "':' after the name")
      do {
        try body(&self, key)
      } catch {
        throw error.within(key.text(in: bytes))
      }
      switch peek() {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        depth -= 1
        return
      default: throw unexpected("',' or '}'")
      }
    }
  }

  /// Reads an array; `body` must read each element.
  mutating func array(
    _ body: (inout JSONPull, _ index: Int) throws(InputError) -> Void
  ) throws(InputError) {
    try enter(UInt8(ascii: "["), "a list '[…]'")
    if peek() == UInt8(ascii: "]") {
      position += 1
      depth -= 1
      return
    }
    var index = 0
    while true {
      do {
        try body(&self, index)
      } catch {
        throw error.within(String(index))
      }
      index += 1
      switch peek() {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        depth -= 1
        return
      default: throw unexpected("',' or ']'")
      }
    }
  }

  private mutating func enter(_ character: UInt8, _ wanted: String) throws(InputError) {
    try expect(character, wanted)
    depth += 1
    guard depth <= Self.deepest else {
      throw InputError(
        "json.too-deep", "nested more than \(Self.deepest) deep", at: position - 1)
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
    throw unexpected("true or false")
  }

  mutating func null() throws(InputError) {
    guard try word("null") else { throw unexpected("null") }
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
    guard let first = next, isDigit(first) else { throw unexpected("a number") }
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
    case .object: try object { (json, _) throws(InputError) in try json.skip() }
    case .array: try array { (json, _) throws(InputError) in try json.skip() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .boolean: _ = try boolean()
    case .null: try null()
    }
  }
}
