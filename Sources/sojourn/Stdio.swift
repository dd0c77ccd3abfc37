import CommandLineKit
import Interchange
import RuleBook

/// `sojourn stdio`: JSON-RPC 2.0 over standard input and output, a message a line.
enum Stdio: Subcommand {
  static let command = Command(
    "stdio",
    summary: "Answer JSON-RPC 2.0 requests, one a line, for programs and assistants.",
    discussion: [
      "Reads one message or batch a line and writes one line for each that wants an answer, in "
        + "order. Methods: entitlements, agreements, posting, remit, arrives, rules.show, schema, "
        + "version. A line that cannot be understood is answered with an error and the stream goes "
        + "on. Blank lines are skipped.",
      "The same stream speaks the Model Context Protocol, revisions 2026-07-28 (stateless, "
        + "server/discover) and 2025-11-25 and before (initialize): tools/list and tools/call.",
    ],
    options: [EntitlementsStream.jobs], flags: [EntitlementsStream.strict],
    examples: [
      Example(
        "echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"version\"}' | sojourn stdio",
        "Ask for the versions.")
    ],
    notes: [
      "A line holds at most \(CaseLimits.bytes >> 20) MiB, nested at most \(JSONPull.deepest) deep."
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let methods = Methods(
      book: try RuleBook.of(invocation), today: console.today, console: console
    ).all
    return try LineStream.run(invocation, console, limit: CaseLimits.bytes) {
      RPCAnswerer(methods, version: Root.version)
    }
  }
}
