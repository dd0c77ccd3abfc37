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
        "diff", summary: "List what changed in the law between two days.",
        discussion: [
          "Values, tables and agreements by the days the rule files give, after the first day and "
            + "up to the second. Countries limit it to their schemes and agreements."
        ],
        arguments: [
          Argument("from", summary: "The earlier day."),
          Argument("to", summary: "The later day."),
          Argument(
            "country", summary: "Countries by their codes; all if none is named.",
            arity: .variadic(atLeast: 0)),
        ],
        examples: [
          Example("sojourn rules diff 2025-01-01 2026-11-24 FR", "New in France in two years.")
        ]),
      Command(
        "check", summary: "Find every fault in the rule files.",
        flags: [
          Flag(
            "certainty",
            summary: "Instead count how far values and agreements were verified, by country.")
        ],
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

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
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
    case "diff":
      try console.print(difference(invocation, book, console))
      return .success
    case "check" where invocation.flag("certainty"):
      try console.print(certainty(book, console))
      return .success
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
    let folder = invocation.text("folder") ?? ""
    let report = book.test(below: folder, readCase: readCase)
    guard !report.isEmpty else {
      // A folder that was mistyped must not look like one that passed.
      throw Failure(
        "sojourn: no worked example in examples/\(folder)\n"
          + "hint: name a folder below examples, such as US or EU-883-2004", .usage)
    }
    for text in report.rendered() { try console.print(text + "\n") }
    try console.print(report.summary + "\n")
    return report.isClean ? .success : .badInput
  }

  private static func list(_ words: [String], _ book: RuleBook, _ console: Console) throws
    -> String
  {
    let countries = try self.countries(words)
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

  private static func countries(_ words: [String]) throws -> [Country] {
    try words.map { word in
      guard let country = Country(word) else {
        let near = Country.suggestion(for: word).map { "; did you mean \($0.code) (\($0.name))?" }
        throw Failure("sojourn: no country has the code '\(word)'\(near ?? "")", .usage)
      }
      return country
    }
  }

  private static func difference(
    _ invocation: Invocation, _ book: RuleBook, _ console: Console
  ) throws -> String {
    let days = try ["from", "to"].map { name in
      guard let day = Day(try invocation.required(name)) else {
        throw invocation.refusal(of: name, "a day is written YYYY-MM-DD, such as 2026-01-01")
      }
      return day
    }
    guard days[0] < days[1] else {
      throw invocation.refusal(of: "to", "\(days[1]) is not after \(days[0])")
    }
    let wanted = Set(try countries(invocation.texts("country")))
    do throws(RuleBookError) {
      let schemes = try book.allSchemes().filter {
        wanted.isEmpty || wanted.contains($0.country)
      }
      let instruments = try book.allInstruments().filter { instrument in
        wanted.isEmpty || instrument.members.contains { wanted.contains($0.party.country) }
      }
      return DifferencePage.text(
        of: schemes, instruments, from: days[0], to: days[1], width: console.width)
    } catch {
      throw error.failure
    }
  }

  private static func certainty(_ book: RuleBook, _ console: Console) throws -> String {
    do throws(RuleBookError) {
      return CertaintyPage.text(
        of: try book.allSchemes(), try book.allInstruments(), width: console.width)
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
