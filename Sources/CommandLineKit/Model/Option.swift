/// An option that takes a value: `--format TEXT`, `--format=TEXT`, `-f TEXT`, `-fTEXT`.
public struct Option: Sendable {
  /// The long name without its dashes; also the key of its value in an ``Invocation``.
  public var name: String
  /// The one-letter form, without its dash.
  public var short: Character?
  /// What stands for the value in help, in capitals.
  public var valueName: String
  /// What it does, in one sentence.
  public var summary: String
  /// What the value must look like.
  public var kind: ValueKind
  /// Whether leaving it out is a ``UsageError``.
  public var isRequired: Bool
  /// Whether it may be given more than once; otherwise the second is a ``UsageError``.
  public var isRepeatable: Bool
  /// Whether all commands below understand it too, before and after their name.
  public var isInherited: Bool
  /// The value where none is given; shown in help.
  public var defaultValue: String?
  /// Words offered by completion, without any other being refused.
  public var suggestions: [String]
  /// A check beyond the kind's own.
  public var check: ValueCheck?

  public init(
    _ name: String, short: Character? = nil, value valueName: String, summary: String,
    kind: ValueKind = .text, isRequired: Bool = false, isRepeatable: Bool = false,
    isInherited: Bool = false, defaultValue: String? = nil, suggestions: [String] = [],
    check: ValueCheck? = nil
  ) {
    self.name = name
    self.short = short
    self.valueName = valueName
    self.summary = summary
    self.kind = kind
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.isInherited = isInherited
    self.defaultValue = defaultValue
    self.suggestions = suggestions
    self.check = check
  }

  /// The forms as typed, the short one first.
  var forms: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] }
  /// The words completion offers for the value.
  var candidates: [String] { kind.choices + suggestions }
}
