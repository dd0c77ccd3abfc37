/// A positional argument.
public struct Argument: Sendable {
  /// How many words it takes.
  public enum Arity: Sendable, Equatable {
    case required
    case optional
    /// All words that are left, at least so many.
    case variadic(atLeast: Int)
  }

  /// What stands for it in help, in capitals; also the key of its values in an ``Invocation``.
  public var name: String
  /// What it means, in one sentence.
  public var summary: String
  /// What the value must look like.
  public var kind: ValueKind
  /// How many words it takes.
  public var arity: Arity
  /// Words offered by completion, without any other being refused.
  public var suggestions: [String]
  /// A check beyond the kind's own.
  public var check: ValueCheck?

  public init(
    _ name: String, summary: String, kind: ValueKind = .text, arity: Arity = .required,
    suggestions: [String] = [], check: ValueCheck? = nil
  ) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.arity = arity
    self.suggestions = suggestions
    self.check = check
  }

  var isVariadic: Bool { most == nil }
  var isRequired: Bool { least > 0 }

  /// The fewest words it can do with.
  var least: Int {
    switch arity {
    case .required: 1
    case .optional: 0
    case .variadic(let least): least
    }
  }

  /// The most words it takes, nil for any number.
  var most: Int? {
    if case .variadic = arity { nil } else { 1 }
  }

  var usage: String {
    let word = isVariadic ? "\(name)..." : name
    return isRequired ? word : "[\(word)]"
  }

  /// The words completion offers for it.
  var candidates: [String] { kind.choices + suggestions }
}
