/// One value of a JSON text, with every number kept as it was written.
///
/// A price must never pass through binary floating point, so a number stays text until a reader
/// turns it into an exact decimal. Members keep their order and may repeat, as RFC 8259 allows.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// The number's text as it stood in the reply, checked against RFC 8259's grammar.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value in an object.
  public struct Member: Sendable, Equatable {
    public let name: String
    public let value: JSONValue

    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// What kind of value this is, in a word for messages.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
