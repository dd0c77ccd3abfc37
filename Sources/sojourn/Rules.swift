import CommandLineKit
import Coordination
import Formula
import Interchange
import Quantities
import RuleBook

/// `sojourn rules list | show | check | test`
enum Rules: Subcommand {
  static let command = Command(
    "rules", summary: "List, show, check and test the rule book.",
    subcommands: [
      Command(
        "list", summary: "List the schemes, or the agreements of countries.",
        arguments: [
          Argument(
            "country",
            summary:
              "Countries by their codes: one for its agreements, two for those between them.",
            arity: .variadic(atLeast: 0))
        ],
        examples: [Example("sojourn rules list DE US", "Agreements between Germany and the US.")]),
      Command(
        "show", summary: "Print a scheme or an agreement as a page.",
        arguments: [Argument("id", summary: "Its id, such as DE.GRV or CA-US.")],
        options: [
          Option(
            "on", value: "DATE", summary: "The day whose values are shown, instead of today.",
            kind: .date)
        ],
        examples: [Example("sojourn rules show US.OASDI", "The US scheme, step by step.")]),
      Command(
        "check", summary: "Find every fault in the rule files.",
        notes: ["The worked examples are run too, once no file has a fault."]),
      Command(
        "untranslated", summary: "Print the texts a language lacks, ready to be filled in.",
        arguments: [Argument("code", summary: "The code of the language, such as es.")],
        examples: [
          Example("sojourn rules untranslated es", "What Spanish lacks, subject by subject.")
        ],
        notes: ["Each subject goes into a file of its own, languages/CODE/SUBJECT.yaml."]),
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
    switch invocation.path.last {
    case "list":
      try console.print(list(invocation.texts("country"), book, console))
      return .success
    case "show":
      try console.print(show(invocation, book, console))
      return .success
    case "untranslated":
      try console.print(untranslated(try invocation.required("code"), book))
      return .success
    case "test": return try test(invocation, book, console)
    default: break
    }
    let report = book.check(readCase: readCase)
    for text in report.rendered() { try console.print(text + "\n") }
    try console.print(report.summary + "\n")
    return report.errors == 0 ? .success : .badInput
  }

  private static func test(
    _ invocation: Invocation, _ book: RuleBook, _ console: Console
  ) throws -> ExitCode {
    let report = book.test(below: invocation.text("folder") ?? "", readCase: readCase)
    for text in report.rendered() { try console.print(text + "\n") }
    try console.print(report.summary + "\n")
    return report.isClean ? .success : .badInput
  }

  private static func list(_ words: [String], _ book: RuleBook, _ console: Console) throws
    -> String
  {
    var countries: [Country] = []
    for word in words {
      guard let country = Country(word) else {
        let near = Country.suggestion(for: word).map { "; did you mean \($0.code) (\($0.name))?" }
        throw Failure("sojourn: no country has the code '\(word)'\(near ?? "")", .usage)
      }
      countries.append(country)
    }
    do throws(RuleBookError) {
      guard let first = countries.first else {
        return ListPage.schemes(try book.allSchemes(), width: console.width)
      }
      let chosen =
        countries.count == 1
        ? try book.allInstruments().filter { instrument in
          instrument.members.contains { $0.party.country == first }
        } : try book.instruments(among: countries)
      return ListPage.instruments(chosen, width: console.width)
    } catch {
      throw error.failure
    }
  }

  private static func show(_ invocation: Invocation, _ book: RuleBook, _ console: Console) throws
    -> String
  {
    let id = try invocation.required("id")
    let day = invocation.text("on").flatMap { Day($0) } ?? console.today
    if let page = try page(id, on: day, book: book, width: console.width) { return page }
    let near = nearest(to: id.uppercased(), among: book.schemeIDs + book.instrumentIDs)
    throw Failure(
      "sojourn: the rule book has no '\(id)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      .usage)
  }

  /// A scheme or an agreement as a page; nil where the rule book has none of that name.
  static func page(_ id: String, on day: Day, book: RuleBook, width: Int) throws -> String? {
    do throws(RuleBookError) {
      if let scheme = try book.scheme(id) {
        return SchemePage.text(of: scheme, on: day, width: width)
      }
      return try book.instrument(id).map { InstrumentPage.text(of: $0, width: width) }
    } catch {
      throw error.failure
    }
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
