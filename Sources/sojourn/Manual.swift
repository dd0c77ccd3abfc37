import CommandLineKit

/// `sojourn manual`: the manual page as text for `man`.
enum Manual: Subcommand {
  static let command = Command(
    "manual",
    summary: "Print the manual page, for man.",
    examples: [Example("sojourn manual | man -l -", "Read it now.")],
    group: "Upkeep")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try console.print(ManualPage.render(Root.command))
    return .success
  }
}
