/// Reads one JSON text (RFC 8259) into a tree, strictly and within limits.
///
/// Nothing outside the grammar is accepted: no comments, no trailing commas, no lone surrogates,
/// no bytes that are not UTF-8, no byte-order mark.
public struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var position = 0
  var depth = 0
  var values = 0

  /// Reads `bytes` as one JSON value with white space around it.
  /// - Throws: `JSONSyntaxError` at the first byte that cannot stand.
  /// - Complexity: linear in the length.
  public static func read(
    _ bytes: some Sequence<UInt8>, limits: JSONLimits = .reply
  ) throws(JSONSyntaxError) -> JSONValue {
    let contiguous = ContiguousArray(bytes)
    let result = contiguous.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONSyntaxError) in
        var reader = JSONReader(bytes: buffer, limits: limits)
        return try reader.text()
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func text() throws(JSONSyntaxError) -> JSONValue {
    guard bytes.count <= limits.bytes else {
      throw fail(.tooLong, "at most \(limits.bytes) bytes")
    }
    skipSpace()
    let value = try readValue()
    skipSpace()
    guard position == bytes.count else { throw fail(.trailingBytes, "the end of the text") }
    return value
  }

  mutating func readValue() throws(JSONSyntaxError) -> JSONValue {
    values += 1
    guard values <= limits.values else {
      throw fail(.tooManyValues, "at most \(limits.values) values")
    }
    switch try peek("a value") {
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw fail(.unexpectedByte, "a value")
    }
  }

  private mutating func readArray() throws(JSONSyntaxError) -> JSONValue {
    try enter()
    var items: [JSONValue] = []
    skipSpace()
    if try peek("a value or ]") == UInt8(ascii: "]") {
      leave()
      return .array(items)
    }
    while true {
      skipSpace()
      items.append(try readValue())
      skipSpace()
      if try endsList(with: UInt8(ascii: "]"), "a comma or ]") { return .array(items) }
    }
  }

  private mutating func readObject() throws(JSONSyntaxError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    skipSpace()
    if try peek("a name or }") == UInt8(ascii: "}") {
      leave()
      return .object(members)
    }
    while true {
      skipSpace()
      guard try peek("a name") == UInt8(ascii: "\"") else {
        throw fail(.unexpectedByte, "a name in quotes")
      }
      let name = try readString()
      skipSpace()
      guard try peek("a colon") == UInt8(ascii: ":") else {
        throw fail(.unexpectedByte, "a colon")
      }
      position += 1
      skipSpace()
      members.append(.init(name: name, value: try readValue()))
      skipSpace()
      if try endsList(with: UInt8(ascii: "}"), "a comma or }") { return .object(members) }
    }
  }

  /// Takes a comma or the closing byte; true at the latter.
  private mutating func endsList(
    with closing: UInt8, _ expected: String
  ) throws(JSONSyntaxError) -> Bool {
    switch try peek(expected) {
    case UInt8(ascii: ","):
      position += 1
      return false
    case closing:
      leave()
      return true
    default: throw fail(.unexpectedByte, expected)
    }
  }

  private mutating func enter() throws(JSONSyntaxError) {
    depth += 1
    guard depth <= limits.depth else { throw fail(.tooDeep, "at most \(limits.depth) levels") }
    position += 1
  }

  private mutating func leave() {
    depth -= 1
    position += 1
  }

  private mutating func readWord(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard try peek("\(word)") == word.utf8Start[index] else {
        throw fail(.unexpectedByte, "\(word)")
      }
      position += 1
    }
    return value
  }

  func peek(_ expected: @autoclosure () -> String) throws(JSONSyntaxError) -> UInt8 {
    guard position < bytes.count else { throw fail(.unexpectedEnd, expected()) }
    return bytes[position]
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  func fail(_ code: JSONSyntaxError.Code, _ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(code: code, offset: position, expected: expected)
  }
}
