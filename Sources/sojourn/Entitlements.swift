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
      Argument("case", summary: "The case, as JSON; - reads standard input.", kind: .file)
    ],
    options: [
      Option(
        "claim", value: "DATE", summary: "The first day of the pensions, instead of the case's.",
        kind: .date),
      Option(
        "format", value: "FORMAT", summary: "How the answer is written.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
    ],
    flags: [
      Flag("explain", summary: "Print every step of every computation with its article."),
      Flag("without-agreements", summary: "Leave every agreement aside."),
    ],
    examples: [
      Example("sojourn entitlements case.json", "The answer in plain words."),
      Example("sojourn entitlements case.json --explain", "With the worksheets."),
      Example(
        "sojourn entitlements - --format json < case.json", "From a pipe, for another program."),
    ],
    notes: [
      "A case holds at most \(CaseLimits.periods) periods and \(CaseLimits.bytes >> 20) MiB."
    ])

  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
    let path = try invocation.required("case")
    var input = try StandardInput(path: path, limit: CaseLimits.bytes)
    let bytes: [UInt8]
    do {
      bytes = try input.readAll()
    } catch {
      guard case .tooLarge(let source, _) = error else { throw error }
      throw Failure(CaseLimits.tooLong.summary(of: source), .badInput)
    }
    var career: Career
    do {
      career = try CaseReader.read(bytes, today: console.today)
    } catch {
      throw Failure(error.rendered(file: path, bytes: bytes), .badInput)
    }
    if let text = invocation.text("claim"), let day = Day(text) {
      career.claim.from = day
      career.claim.starts = [:]
      if let asOf = career.claim.asOf, asOf < day { career.claim.asOf = day }
    }
    let book = try RuleBook.of(invocation)
    let engine = Engine(library: book, today: console.today)
    let result: CaseResult
    do {
      try FactCheck(career, library: book).check(career)
      result = try engine.answer(career, withAgreements: !invocation.flag("without-agreements"))
    } catch let error as InputError {
      throw Failure(error.located(in: bytes).rendered(file: path, bytes: bytes), .badInput)
    } catch let error as RuleBookError {
      throw error.failure
    }
    if invocation.text("format") == "json" {
      var json = JSONWriter(isPretty: console.terminal.isTTY)
      ResultWriter(hasWorksheets: invocation.flag("explain")).write(result, to: &json)
      try console.print(String(decoding: json.bytes, as: UTF8.self) + "\n")
      return .success
    }
    let text = AnswerText(
      result, width: min(console.width, 100), style: console.style,
      explains: invocation.flag("explain"))
    try console.print(text.rendered())
    return .success
  }
}
