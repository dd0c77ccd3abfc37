import Formula

/// A statement of law with its article.
public struct Cited: Sendable, Hashable {
  public let law: String
  /// A sentence for the reader; empty where the article says enough.
  public let says: Phrase

  public init(law: String, says: Phrase = "") {
    self.law = law
    self.says = says
  }
}
