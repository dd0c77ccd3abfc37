/// A command with the commands above it, the root first.
struct CommandPath: Sendable {
  private(set) var commands: [Command]
  /// The last command, the one meant.
  private(set) var command: Command

  init(root: Command) {
    commands = [root]
    command = root
  }

  mutating func descend(into command: Command) {
    commands.append(command)
    self.command = command
  }

  func descending(into command: Command) -> CommandPath {
    var path = self
    path.descend(into: command)
    return path
  }

  /// The words as typed, joined by spaces.
  var title: String { commands.map(\.name).joined(separator: " ") }
  var depth: Int { commands.count - 1 }

  /// The options understood here, the command's own before inherited ones.
  var options: [Option] { command.options + inheritedOptions }
  /// The flags understood here, the command's own before inherited ones.
  var flags: [Flag] { command.flags + inheritedFlags }

  /// The options handed down; a letter that the command uses itself is taken from them.
  var inheritedOptions: [Option] {
    commands.dropLast().reversed().flatMap { $0.options.filter(\.isInherited) }.map { option in
      var option = option
      if let short = option.short, command.shorts.contains(short) { option.short = nil }
      return option
    }
  }

  /// The flags handed down; a letter that the command uses itself is taken from them.
  var inheritedFlags: [Flag] {
    commands.dropLast().reversed().flatMap { $0.flags.filter(\.isInherited) }.map { flag in
      var flag = flag
      if let short = flag.short, command.shorts.contains(short) { flag.short = nil }
      return flag
    }
  }

  /// This path and all below it, depth first, in declaration order.
  var tree: [CommandPath] {
    [self] + command.subcommands.flatMap { descending(into: $0).tree }
  }

  /// How the command is called, in one line.
  var usage: String { ([title] + usageParts).joined(separator: " ") }

  /// The pieces of the usage line after the command's name, none to be broken.
  var usageParts: [String] {
    var parts = options.filter(\.isRequired).map { "--\($0.name) \($0.valueName)" }
    if options.count > parts.count || !flags.isEmpty { parts.append("[OPTIONS]") }
    if !command.subcommands.isEmpty { parts.append("COMMAND") }
    return parts + command.arguments.map(\.usage)
  }
}
