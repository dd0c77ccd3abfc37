/// One command of a program, or the program itself: what it takes and how it is explained.
///
/// The root of the tree stands for the program; only there are `version` and `topics` read.
/// A command has either positional arguments or subcommands, never both (see ``faults()``).
public struct Command: Sendable {
  /// The word typed, for the root the program's name.
  public var name: String
  /// Other words accepted for the same command; shown in its help.
  public var aliases: [String]
  /// What it does, in one sentence with a full stop.
  public var summary: String
  /// Paragraphs of explanation.
  public var discussion: [String]
  /// The positional arguments in order: required, then optional, then at most one variadic.
  public var arguments: [Argument]
  /// Options that take a value.
  public var options: [Option]
  /// Options that take none.
  public var flags: [Flag]
  /// The commands below this one; if there are any, one must be named.
  public var subcommands: [Command]
  /// Command lines worth copying.
  public var examples: [Example]
  /// Paragraphs on limits, files, exit codes.
  public var notes: [String]
  /// The heading its parent lists it under.
  public var group: String?
  /// The version `--version` prints; root only.
  public var version: String?
  /// Texts that `help NAME` prints beside the commands; root only.
  public var topics: [Topic]

  public init(
    _ name: String, aliases: [String] = [], summary: String, discussion: [String] = [],
    arguments: [Argument] = [], options: [Option] = [], flags: [Flag] = [],
    subcommands: [Command] = [], examples: [Example] = [], notes: [String] = [],
    group: String? = nil, version: String? = nil, topics: [Topic] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.flags = flags
    self.subcommands = subcommands
    self.examples = examples
    self.notes = notes
    self.group = group
    self.version = version
    self.topics = topics
  }

  /// The direct subcommand with this name or alias.
  public func subcommand(_ word: String) -> Command? {
    subcommands.first { $0.name == word || $0.aliases.contains(word) }
  }
}
