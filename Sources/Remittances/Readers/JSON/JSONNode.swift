import Quantities

/// A JSON value with the path that led to it, so that a reader's error can name the place.
struct JSONNode {
  let value: JSONValue
  let path: String

  /// Reads a reply's body.
  /// - Throws: `webPage` for HTML, `notJSON` for anything else that is not JSON.
  init(reply bytes: [UInt8]) throws(ReaderError) {
    do {
      value = try JSONReader.read(bytes)
      path = ""
    } catch {
      let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
      if first == UInt8(ascii: "<") {
        throw ReaderError(.webPage, "expected JSON, found a web page")
      }
      throw ReaderError(.notJSON, error.description)
    }
  }

  init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  /// The member `name`, which must be there once and not be null.
  func member(_ name: String) throws(ReaderError) -> JSONNode {
    guard let node = try optional(name) else {
      throw ReaderError(.missing, at: path, "\(name) is missing")
    }
    return node
  }

  /// The member `name`; nil where it is absent or null.
  func optional(_ name: String) throws(ReaderError) -> JSONNode? {
    guard case .object(let members) = value else { throw wrongKind("an object") }
    let found = members.filter { $0.name == name }
    guard found.count <= 1 else {
      throw ReaderError(.badValue, at: path, "\(name) stands here \(found.count) times")
    }
    guard let value = found.first?.value, value != .null else { return nil }
    return JSONNode(value, path: path.isEmpty ? name : "\(path).\(name)")
  }

  /// The items of a list.
  func items() throws(ReaderError) -> [JSONNode] {
    guard case .array(let items) = value else { throw wrongKind("a list") }
    return items.enumerated().map { JSONNode($0.element, path: "\(path)[\($0.offset)]") }
  }

  /// The members of an object, in order.
  func members() throws(ReaderError) -> [(name: String, node: JSONNode)] {
    guard case .object(let members) = value else { throw wrongKind("an object") }
    return members.map { ($0.name, JSONNode($0.value, path: "\(path).\($0.name)")) }
  }

  func text() throws(ReaderError) -> String {
    guard case .string(let text) = value else { throw wrongKind("a text") }
    return text
  }

  func bool() throws(ReaderError) -> Bool {
    guard case .bool(let bool) = value else { throw wrongKind("true or false") }
    return bool
  }

  /// A number, or a text that holds one, exactly as written.
  ///
  /// Digits beyond the 24th after the point, which no price has but a dumped binary number may,
  /// are refused rather than rounded.
  func decimal() throws(ReaderError) -> ExactDecimal {
    switch value {
    case .number(let text), .string(let text):
      guard let decimal = ExactDecimal(text) else {
        throw ReaderError(.badValue, at: path, "\"\(text.prefix(60))\" is not a number we can hold")
      }
      return decimal
    default: throw wrongKind("a number")
    }
  }

  /// A decimal above zero, as every rate is.
  func rate() throws(ReaderError) -> ExactDecimal {
    let rate = try decimal()
    guard rate > .zero else {
      throw ReaderError(.badValue, at: path, "a rate must be above 0, found \(rate)")
    }
    return rate
  }

  /// Three capital letters.
  func currency() throws(ReaderError) -> String {
    let text = try text()
    guard CurrencyText.isCode(text) else {
      throw ReaderError(.badValue, at: path, "\"\(text.prefix(20))\" is not a currency code")
    }
    return text
  }

  func day() throws(ReaderError) -> Day {
    let text = try text()
    guard let day = Day(text) else {
      throw ReaderError(.badValue, at: path, "\"\(text.prefix(20))\" is not a date YYYY-MM-DD")
    }
    return day
  }

  func instant() throws(ReaderError) -> Instant {
    let text = try text()
    guard let instant = Instant(text) else {
      throw ReaderError(
        .badValue, at: path, "\"\(text.prefix(40))\" is not a time YYYY-MM-DDThh:mm:ssZ")
    }
    return instant
  }

  private func wrongKind(_ expected: String) -> ReaderError {
    ReaderError(.wrongKind, at: path, "expected \(expected), found \(value.kind)")
  }
}
