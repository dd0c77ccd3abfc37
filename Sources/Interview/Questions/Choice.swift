import Formula

/// One of the answers a question offers by number.
public struct Choice: Sendable, Hashable {
  /// What is kept when it is chosen; no language changes it.
  public let value: String
  public let label: Phrase
  /// A code it is also chosen by.
  public let code: String?

  public init(_ value: String, _ label: Phrase, code: String? = nil) {
    self.value = value
    self.label = label
    self.code = code
  }
}
