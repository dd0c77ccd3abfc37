import Formula

/// What a line of the person led to.
public struct Turn: Sendable, Hashable {
  /// Something said to the person.
  public struct Message: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// What was understood.
      case understood
      /// Why something was not taken.
      case fault
      /// An explanation.
      case help
      /// A line of a list.
      case item
    }

    public let kind: Kind
    public let text: Phrase

    init(_ kind: Kind, _ text: Phrase) {
      self.kind = kind
      self.text = text
    }
  }

  /// What must be done outside of the conversation.
  public enum Effect: Sendable, Hashable {
    /// The answers changed: they are kept where a file was named.
    case keep
    /// All is answered: the career is to be computed and the answer shown.
    case answer
    case write(FileUse, String)
    /// The person goes before the end.
    case leave
    /// The conversation is over.
    case end
  }

  public var messages: [Message]
  public var effect: Effect?

  init(_ messages: [Message] = [], _ effect: Effect? = nil) {
    self.messages = messages
    self.effect = effect
  }

  static func fault(_ text: Phrase) -> Turn { Turn([Message(.fault, text)]) }
}
