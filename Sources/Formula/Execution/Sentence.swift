import Quantities

/// A sentence of a rule file with names in braces: `{counted_total} of 60 months`.
public struct Sentence: Sendable, Hashable {
  public enum Part: Sendable, Hashable {
    case text(String)
    case name(String)
  }

  public let parts: [Part]
  /// The sentence as it was written, with its names in braces.
  public let template: String
  /// The names it asks for, each once, in their order.
  public let names: [String]

  /// Reads the braces of a sentence.
  ///
  /// - Throws: a diagnostic for a brace that is not closed or holds no name.
  public init(_ fragment: SourceFragment) throws(Diagnostic) {
    var parts: [Part] = []
    var text = ""
    var rest = Substring(fragment.text)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let after = rest.index(after: open)
      let offset = fragment.text.utf8.distance(from: fragment.text.startIndex, to: open)
      guard let close = rest[after...].firstIndex(of: "}") else {
        throw Diagnostic(
          "says.open-brace", "this brace is never closed", at: fragment.location(of: offset))
      }
      let name = String(rest[after..<close])
      guard name.isRuleName else {
        throw Diagnostic(
          "says.bad-name", "'{\(name)}' is not a name in braces",
          at: fragment.location(of: offset), length: name.count + 2)
      }
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
      parts.append(.name(name))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    if !text.isEmpty { parts.append(.text(text)) }
    self.parts = parts
    template = parts.map { part in
      switch part {
      case .text(let text): text
      case .name(let name): "{\(name)}"
      }
    }.joined()
    var names: [String] = []
    for case .name(let name) in parts where !names.contains(name) { names.append(name) }
    self.names = names
  }
}
