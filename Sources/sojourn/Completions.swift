import CommandLineKit

/// `sojourn completions SHELL`: the script that completes the program's words.
enum Completions: Subcommand {
  static let command = Command(
    "completions",
    summary: "Print the completion script of a shell.",
    arguments: [
      Argument(
        "shell", summary: "Which shell: bash, zsh or fish.",
        kind: .choice(CompletionScript.Shell.allCases.map(\.rawValue)))
    ],
    examples: [
      Example("source <(sojourn completions bash)", "For this bash only."),
      Example(
        "sojourn completions fish > ~/.config/fish/completions/sojourn.fish", "For every fish."),
    ],
    group: "Upkeep")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try invocation.required("shell")
    guard let shell = CompletionScript.Shell(rawValue: name) else { return .usage }
    try console.print(CompletionScript.script(for: Root.command, shell: shell))
    return .success
  }
}
