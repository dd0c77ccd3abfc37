import CommandLineKit
import Coordination
import Interchange
import Presentation
import Quantities
import Remittances

/// `sojourn report CASE.json -o FILE.html`: the answer as a page to read and to print.
enum Report: Subcommand {
  static let command = Command(
    "report",
    summary: "Write the answer to a case as one page to read on a phone or to print.",
    discussion: [
      "The page holds everything it needs: it has no script and asks the network for nothing. "
        + "It is written whole or not at all."
    ],
    arguments: [
      Argument("case", summary: "The case, as JSON; - reads standard input.", kind: .file)
    ],
    options: [
      Option(
        "output", short: "o", value: "FILE",
        summary: "Where the page is written; standard output if not given.", kind: .file),
      Option(
        "claim", value: "DATE", summary: "The first day of the pensions, instead of the case's.",
        kind: .date),
    ],
    flags: [
      Flag("offline", summary: "Open no connection; use the prices and rates stored here.")
    ],
    examples: [
      Example("sojourn report case.json -o report.html", "A page with prices of today."),
      Example("sojourn report case.json --offline > report.html", "From stored prices."),
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let input = try CaseInput(invocation, console)
    let page = try page(
      of: input, try input.answer(), language: try input.language(invocation),
      isOffline: invocation.flag("offline"), console)
    guard let path = invocation.text("output") else {
      try console.print(page)
      return .success
    }
    try WholeFile.write(Array(page.utf8), to: path, replaces: true)
    return .success
  }

  /// The answer to a case as a page.
  static func page(
    of input: CaseInput, _ result: CaseResult, language: Language, isOffline: Bool,
    _ console: Console
  ) throws -> String {
    var arrivals: [Arrival] = []
    if let home = input.career.person.livesIn {
      do {
        arrivals = try Arrives.arrivals(
          of: result, home: home, isOffline: isOffline, console)
      } catch {
        // The pensions are known without any price: the page only lacks what arrives.
        guard error.exitCode == .unavailable else { throw error }
        console.complain(error.message + "\n")
      }
    }
    let library = PriceLibrary.open { RemitSetting.warn("\($0)", console) }
    return ReportPage(
      input.career, result, arrivals: arrivals, made: input.today,
      language: language,
      institutions: try input.reporting {
        try input.career.countries.reduce(into: [:]) {
          $0[$1] = try input.book.institution(of: $1)
        }
      },
      rate: { from, to in try? library.midMarket(from: from, to: to, on: nil) }
    ).html()
  }
}
