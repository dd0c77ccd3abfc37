import CommandLineKit
import Coordination
import Interchange
import Presentation
import Quantities
import RuleBook

/// `sojourn posting HOME HOST --months N`
enum Posting: Subcommand {
  static let command = Command(
    "posting", summary: "Tell how long a worker sent abroad stays insured at home.",
    arguments: [
      Argument("home", summary: "The country the worker is sent from."),
      Argument("host", summary: "The country the work is done in."),
    ],
    options: [
      Option(
        "months", value: "N", summary: "How long the worker is sent for.",
        kind: .integer(1...1200)),
      Option("on", value: "DATE", summary: "The day to answer for.", kind: .date),
      Option(
        "format", value: "FORMAT", summary: "How the answer is written.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
    ],
    examples: [Example("sojourn posting US DE --months 72", "Six years from the United States.")])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try PartyArgument.party(
      try invocation.required("home"), invocation, "home")
    let host = try PartyArgument.party(
      try invocation.required("host"), invocation, "host")
    try PartyArgument.requireTwo([home, host], invocation, "host")
    let day = invocation.text("on").flatMap { Day($0) } ?? console.today
    let map = try PartyArgument.map(try RuleBook.of(invocation), among: [home, host])
    let answer = map.answer(home, host, on: day)
    let found = map.postings(from: home, to: host, on: day)
    if invocation.text("format") == "json" {
      try console.print(
        AgreementWriter.posting(found, answer, months: invocation.integer("months")))
    } else {
      try console.print(
        AgreementText(width: min(console.width, 100), style: console.style).posting(
          found, answer, months: invocation.integer("months")))
    }
    return .success
  }
}
