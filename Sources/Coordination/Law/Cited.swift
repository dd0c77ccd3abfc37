/// A statement of law with its article.
public struct Cited: Sendable, Hashable {
  public let law: String
  /// A sentence for the reader; empty where the article says enough.
  public let says: String

  public init(law: String, says: String = "") {
    self.law = law
    self.says = says
  }
}
