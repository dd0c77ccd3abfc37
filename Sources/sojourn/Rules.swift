import CommandLineKit
import RuleBook

/// `sojourn rules check | ...`
enum Rules: Subcommand {
  static let command = Command(
    "rules", summary: "List, show, check and test the rule book.",
    subcommands: [
      Command("check", summary: "Find every fault in the rule files.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
    let report = try RuleBook.of(invocation).check()
    for text in report.rendered() { try console.print(text + "\n") }
    try console.print(report.summary + "\n")
    return report.errors == 0 ? .success : .badInput
  }
}
