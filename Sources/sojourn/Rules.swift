import CommandLineKit
import Coordination
import Interchange
import RuleBook

/// `sojourn rules check | test`
enum Rules: Subcommand {
  static let command = Command(
    "rules", summary: "List, show, check and test the rule book.",
    subcommands: [
      Command(
        "check", summary: "Find every fault in the rule files.",
        notes: ["The worked examples are run too, once no file has a fault."]),
      Command(
        "test", summary: "Compute the worked examples and compare them with what they expect.",
        arguments: [
          Argument(
            "folder", summary: "Only the examples below this folder of Rules/examples.",
            arity: .optional)
        ],
        examples: [Example("sojourn rules test US", "The examples of the United States.")]),
    ])

  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    if invocation.path.last == "test" {
      let report = book.test(below: invocation.text("folder") ?? "", readCase: readCase)
      for text in report.rendered() { try console.print(text + "\n") }
      try console.print(report.summary + "\n")
      return report.isClean ? .success : .badInput
    }
    let report = book.check(readCase: readCase)
    for text in report.rendered() { try console.print(text + "\n") }
    try console.print(report.summary + "\n")
    return report.errors == 0 ? .success : .badInput
  }

  /// Reads the case of an example as any case is read.
  private static let readCase: ExampleRunner.CaseReading = { bytes, today in
    do throws(InputError) {
      return try CaseReader.read(bytes, today: today)
    } catch {
      throw ExampleCaseFault(
        code: error.code, message: error.message, hint: error.hint, pointer: error.path)
    }
  }
}
