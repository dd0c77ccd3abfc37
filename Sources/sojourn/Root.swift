import CommandLineKit

/// The whole command line, as data.
enum Root {
  static let version = "0.1.0"

  static var subcommands: [any Subcommand.Type] {
    [
      Entitlements.self, InterviewCommand.self, Import.self, Arrives.self, Report.self,
      Stdio.self, Agreements.self, Posting.self,
      Rules.self,
      Remit.self,
      Rates.self,
      Benchmark.self, Schema.self,
      Completions.self, Manual.self,
    ]
  }

  static let command = Command(
    "sojourn",
    summary:
      "What pension a career in several countries has earned, and what sending it home costs.",
    discussion: [
      "Sojourn computes the pension earned in each country, what becomes due through the "
        + "social-security agreements between them, and what it costs to send that money home. "
        + "Every figure carries its article of law; what is not known is said.",
      "Nothing about a person leaves the machine or is written to disk unless asked.",
    ],
    options: [
      Option(
        "color", value: "WHEN", summary: "Use colour: auto, always or never.",
        kind: .choice(["auto", "always", "never"]), isInherited: true, defaultValue: "auto"),
      Option(
        "language", value: "CODE",
        summary:
          "Say answers in this language (\(AnswerLanguage.variable) sets it too); JSON is English.",
        isInherited: true),
      Option(
        "rules", value: "FOLDER", summary: "Use the rule book in this folder.", kind: .directory,
        isInherited: true),
    ],
    subcommands: subcommands.map { $0.command },
    notes: [
      "Exit codes: 0 success, 64 usage, 65 bad input, 69 source unavailable, 70 internal error, 74 input or output."
    ],
    version: version, topics: [.totalization, .cases, .papers, .certainty, .prices])

  /// The command that these words lead to.
  static func subcommand(_ path: [String]) -> (any Subcommand.Type)? {
    guard path.count > 1 else { return nil }
    return subcommands.first { $0.command.name == path[1] }
  }
}
