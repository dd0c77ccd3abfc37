/// Takes the entries of one mapping by name and sees that none is left over.
struct YAMLMapping {
  let file: String
  let place: YAMLNode.Place
  private let entries: [YAMLNode.Entry]
  private var taken: Set<String> = []

  init(_ node: YAMLNode, file: String) throws(SourceListError) {
    guard case .mapping(let entries) = node.content else {
      throw SourceListError(
        code: .wrongKind, file: file, line: node.place.line, column: node.place.column,
        message: "expected a mapping, found \(node.kind)")
    }
    self.file = file
    self.place = node.place
    self.entries = entries
  }

  /// The node under `key`, nil where it is absent.
  mutating func node(_ key: String) -> YAMLNode? {
    taken.insert(key)
    return entries.first { $0.key == key }?.value
  }

  /// The text under `key`, nil where it is absent.
  mutating func text(_ key: String) throws(SourceListError) -> String? {
    guard let node = node(key) else { return nil }
    guard case .text(let text) = node.content, !text.isEmpty else {
      throw error(.wrongKind, node.place, "\(key) must be a text, found \(node.kind)")
    }
    return text
  }

  mutating func requiredText(_ key: String) throws(SourceListError) -> String {
    guard let text = try text(key) else {
      throw error(.missingKey, place, "\(key) is missing")
    }
    return text
  }

  /// A text turned into a value by `read`; nil where it is absent.
  mutating func value<Value>(
    _ key: String, expected: String, _ read: (String) -> Value?
  ) throws(SourceListError) -> Value? {
    guard let text = try text(key) else { return nil }
    guard let value = read(text) else {
      throw error(
        .badValue, placeOf(key), "\(key): \"\(text)\" is not \(expected)")
    }
    return value
  }

  mutating func required<Value>(
    _ key: String, expected: String, _ read: (String) -> Value?
  ) throws(SourceListError) -> Value {
    guard let value = try value(key, expected: expected, read) else {
      throw error(.missingKey, place, "\(key) is missing; it takes \(expected)")
    }
    return value
  }

  /// Refuses keys that nobody asked for: a mistyped limit must not silently have no effect.
  func finish() throws(SourceListError) {
    for entry in entries where !taken.contains(entry.key) {
      let known = taken.sorted().joined(separator: ", ")
      throw error(.unknownKey, entry.keyPlace, "\(entry.key) is not known here; known: \(known)")
    }
  }

  func placeOf(_ key: String) -> YAMLNode.Place {
    entries.first { $0.key == key }?.value.place ?? place
  }

  func error(
    _ code: SourceListError.Code, _ place: YAMLNode.Place, _ message: String
  ) -> SourceListError {
    SourceListError(
      code: code, file: file, line: place.line, column: place.column, message: message)
  }
}
