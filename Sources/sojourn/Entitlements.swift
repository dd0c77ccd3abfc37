import CommandLineKit
import Coordination
import Interchange
import Presentation
import Quantities
import RuleBook

/// `sojourn entitlements CASE.json`
enum Entitlements: Subcommand {
  static let command = Command(
    "entitlements",
    summary: "Compute what a career has earned in each country, and what the agreements add.",
    arguments: [
      Argument(
        "case", summary: "The case, as JSON; - reads standard input. Not with --ndjson.",
        kind: .file, arity: .optional)
    ],
    options: [
      Option(
        "claim", value: "DATE", summary: "The first day of the pensions, instead of the case's.",
        kind: .date),
      Option(
        "format", value: "FORMAT", summary: "How the answer is written.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
      WhatIf.option, EntitlementsStream.scheme, EntitlementsStream.detail, EntitlementsStream.jobs,
    ],
    flags: [
      FirstDates.flag, EntitlementsStream.flag, EntitlementsStream.strict,
      Flag("explain", summary: "Print every step of every computation with its article."),
      Flag("without-agreements", summary: "Leave every agreement aside."),
    ],
    examples: [
      Example("sojourn entitlements case.json", "The answer in plain words."),
      Example("sojourn entitlements case.json --explain", "With the worksheets."),
      Example(
        "sojourn entitlements case.json --what-if \"work DE until 2028-06\"",
        "What more work would bring, as a table."),
      Example(
        "sojourn entitlements case.json --first-dates",
        "The earliest day each pension opens."),
      Example(
        "sojourn entitlements --ndjson --detail figures < cases.ndjson > answers.ndjson",
        "A case a line, an answer a line, in order, on all processors."),
      Example(
        "sojourn entitlements - --format json < case.json", "From a pipe, for another program."),
    ],
    notes: [
      "A case holds at most \(CaseLimits.periods) periods and \(CaseLimits.bytes >> 20) MiB."
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    if invocation.flag("ndjson") {
      for name in ["case", "claim", "format", "what-if", "first-dates"]
      where invocation.isGiven(name) {
        throw invocation.refusal(of: name, "cannot be given together with --ndjson")
      }
      return try EntitlementsStream.run(invocation, console)
    }
    let input = try CaseInput(invocation, console)
    for name in ["what-if", "first-dates"]
    where invocation.isGiven(name) && invocation.isGiven("scheme") {
      throw invocation.refusal(of: "scheme", "cannot be given together with --\(name)")
    }
    if invocation.isGiven("what-if") {
      guard !invocation.flag("first-dates") else {
        throw invocation.refusal(of: "what-if", "cannot be given together with --first-dates")
      }
      return try WhatIf.run(input, invocation, console)
    }
    if invocation.flag("first-dates") { return try FirstDates.run(input, invocation, console) }
    let result = try input.answer(
      withAgreements: !invocation.flag("without-agreements"),
      detail: invocation.flag("explain") ? .worksheets : .full,
      of: try EntitlementsStream.schemes(invocation, input.book))
    if invocation.isGiven("scheme"), result.schemes.isEmpty {
      throw invocation.refusal(of: "scheme", "names no scheme of a country of this case")
    }
    if invocation.text("format") == "json" {
      try console.print(
        json(invocation, console) { writer, json in writer.write(result, to: &json) })
      return .success
    }
    let text = AnswerText(
      result, width: min(console.width, 100), style: console.style,
      explains: invocation.flag("explain"),
      say: try input.language(invocation).say)
    try console.print(text.rendered())
    return .success
  }

  /// JSON text of what `body` writes: indented for a terminal, one line for a program.
  static func json(
    _ invocation: Invocation, _ console: Console,
    _ body: (ResultWriter, inout JSONWriter) -> Void
  ) -> String {
    var json = JSONWriter(isPretty: console.terminal.isTTY)
    body(ResultWriter(hasWorksheets: invocation.flag("explain")), &json)
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}
