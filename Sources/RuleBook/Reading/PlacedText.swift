import Formula

/// A text of a rule file or a series with the place where it stands.
struct PlacedText {
  let text: String
  let place: YAMLNode.Place
  /// How many characters a caret should underline.
  let length: Int32

  init(text: String, place: YAMLNode.Place, length: Int32) {
    self.text = text
    self.place = place
    self.length = length
  }

  /// The text of a node; nil where there is none.
  init?(_ node: YAMLNode?) {
    guard let node, let text = node.text else { return nil }
    self.init(text: text, place: node.start, length: Int32(clamping: node.length))
  }

  /// A fault here, in the file that holds it.
  func fault(
    in file: SourceText, _ code: String, _ message: String, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: place.location(in: file), length: Int(length),
      severity: severity)
  }
}
