/// An option without a value: `--explain`, `-e`, and `--no-explain` where declared.
public struct Flag: Sendable {
  /// The long name without its dashes; also its key in an ``Invocation``.
  public var name: String
  /// The one-letter form, without its dash.
  public var short: Character?
  /// What it does, in one sentence.
  public var summary: String
  /// Whether `--no-NAME` takes it back; the last one given counts.
  public var hasNegative: Bool
  /// Whether it is on where it is not given.
  public var isOnByDefault: Bool
  /// Whether all commands below understand it too, before and after their name.
  public var isInherited: Bool

  public init(
    _ name: String, short: Character? = nil, summary: String, hasNegative: Bool = false,
    isOnByDefault: Bool = false, isInherited: Bool = false
  ) {
    self.name = name
    self.short = short
    self.summary = summary
    self.hasNegative = hasNegative
    self.isOnByDefault = isOnByDefault
    self.isInherited = isInherited
  }

  /// The forms as typed, the short one first.
  var forms: [String] {
    (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] + (hasNegative ? ["--no-\(name)"] : [])
  }
}
