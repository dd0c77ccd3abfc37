import Formula

/// A node of a rule file: a text, a list or a mapping, each with its place.
///
/// Every scalar is text: `no` stays the word "no", `1.10` keeps its zero.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case text(String)
    case list([YAMLNode])
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public let key: String
    let keyPlace: Place
    public let value: YAMLNode

    public var keyLocation: SourceLocation { keyPlace.location(in: value.source) }
  }

  /// A line and column of the node's file: small, since there are thousands.
  struct Place: Sendable, Equatable {
    let line: Int32
    let column: Int32

    func location(in source: SourceText) -> SourceLocation {
      SourceLocation(file: source.file, line: Int(line), column: Int(column))
    }
  }

  /// How a text was written.
  enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  public let content: Content
  let start: Place
  /// The place after its last character.
  let end: Place
  let style: Style
  let source: SourceText

  public var location: SourceLocation { start.location(in: source) }

  /// Its text, if it is one.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// Its items, if it is a list.
  public var items: [YAMLNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// Its entries, if it is a mapping.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key, if it is a mapping that has it.
  public subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

  /// What it is, in a word for messages.
  var kind: String {
    switch content {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether nothing was written: `key:` with no value.
  var isEmpty: Bool {
    if case .text(let text) = content { text.isEmpty && style == .plain } else { false }
  }

  /// How many characters a caret should underline: its own on its first line.
  var length: Int {
    if end.line == start.line { return max(1, Int(end.column - start.column)) }
    switch content {
    case .text:
      let line = source.line(Int(start.line)) ?? ""
      return max(1, line.unicodeScalars.count - Int(start.column) + 1)
    default: return 1
    }
  }
}
