/// One node of a source list: text, list or mapping, each with its place in the file.
///
/// Every scalar is text: `no` stays the word "no", `1.10` keeps its zero.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    case text(String)
    case list([YAMLNode])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let keyPlace: Place
    let value: YAMLNode
  }

  /// Line and column, counted from 1.
  struct Place: Sendable, Equatable {
    let line: Int
    let column: Int
  }

  let content: Content
  let place: Place

  /// What it is, in a word for messages.
  var kind: String {
    switch content {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
