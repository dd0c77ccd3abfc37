import Formula

/// Something that must be known before an amount can be given.
public struct Missing: Error, Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case fact, earnings, parameter, agreement, scheme, formula, limit, arithmetic
  }

  public let kind: Kind
  /// What it is, in a few words: a fact's name, a parameter and its day.
  public let what: Phrase
  /// What to do about it.
  public let ask: Phrase
  public let law: String

  public init(_ kind: Kind, what: Phrase, ask: Phrase, law: String = "") {
    self.kind = kind
    self.what = what
    self.ask = ask
    self.law = law
  }
}
