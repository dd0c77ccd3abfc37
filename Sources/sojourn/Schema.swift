import CommandLineKit
import Interchange

/// `sojourn schema NAME`
enum Schema: Subcommand {
  static let command = Command(
    "schema",
    summary: "Print the JSON Schema (draft 2020-12) of a case or of a result.",
    arguments: [
      Argument(
        "name", summary: "Which one: case or result.",
        kind: .choice(JSONSchema.allCases.map(\.rawValue)))
    ],
    examples: [
      Example("sojourn schema case > case.schema.json", "For an editor or a validator.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    guard let schema = JSONSchema(rawValue: try invocation.required("name")) else { return .usage }
    try console.print(schema.text)
    return .success
  }
}
