extension Command {
  static let helpFlag = "help"
  static let versionFlag = "version"
  static let helpCommand = "help"

  /// The root with what every program has: `--help`, `--version` and the command `help`.
  ///
  /// They are ordinary data, so parsing, help, completions and the manual need no special cases.
  var withBuiltIns: Command {
    guard !flags.contains(where: { $0.name == Self.helpFlag }) else { return self }
    var root = self
    // A program may want the letter for itself.
    let short: Character? = shorts.contains("h") ? nil : "h"
    root.flags.append(
      Flag(Self.helpFlag, short: short, summary: "Show help and stop.", isInherited: true))
    if version != nil {
      root.flags.append(Flag(Self.versionFlag, summary: "Show the version and stop."))
    }
    if !subcommands.isEmpty {
      let names = subcommands.map(\.name) + topics.map(\.name)
      root.subcommands.append(
        Command(
          Self.helpCommand, summary: "Explain a command or a topic.",
          arguments: [
            Argument(
              "TOPIC", summary: "A command, the words of a subcommand, or a topic.",
              arity: .variadic(atLeast: 0), suggestions: names)
          ],
          group: subcommands.last?.group))
    }
    return root
  }

  /// The letters of its own options and flags.
  var shorts: [Character] { options.compactMap(\.short) + flags.compactMap(\.short) }
}
