import CommandLineKit
import Coordination
import Interchange
import Quantities
import RuleBook

/// `sojourn import FILE... -o CASE.json`: papers a person holds, as one case.
enum Import: Subcommand {
  static let command = Command(
    "import",
    summary: "Make a case from the papers a person holds.",
    discussion: [
      "Reads tables of periods or of yearly earnings (CSV), the European form P5000 (JSON) and the "
        + "earnings record of my Social Security (XML), and joins them into one case. What kind a "
        + "file is shows in its first character.",
      "The first row of a table names its columns, in any language the rule book has words of: "
        + "country, from, to, type, earnings, currency and the like for periods; country, year, "
        + "earnings for yearly earnings; months, quarters, weeks, days or years for sums that an "
        + "institution certified. What can be read in two ways, such as 03/04/1992 or 31.200, is "
        + "reported and never chosen.",
      "All faults are listed, each with its row and what would be right; then nothing is written. "
        + "Names and insurance numbers are not read.",
    ],
    arguments: [
      Argument(
        "file", summary: "The papers; - reads one from standard input.", kind: .file,
        arity: .variadic(atLeast: 1))
    ],
    options: [
      Option(
        "output", short: "o", value: "FILE",
        summary: "Where the case is written; standard output if not given.", kind: .file),
      Option(
        "into", value: "CASE", summary: "A case that the papers are added to; it is only read.",
        kind: .file),
      Option(
        "kind", value: "KIND", summary: "What the files are, where their beginning misleads.",
        kind: .choice(ImportKind.allCases.map(\.rawValue))),
      Option("born", value: "DATE", summary: "When the person was born.", kind: .date),
      Option(
        "sex", value: "SEX", summary: "The person's sex.", kind: .choice(["female", "male"])),
      Option(
        "lives-in", value: "COUNTRY", summary: "Where the person lives.", kind: .country,
        check: country),
      Option(
        "citizen-of", value: "COUNTRY",
        summary: "Of which country the person is a citizen.", kind: .country,
        isRepeatable: true, check: country),
      Option(
        "claim", value: "DATE", summary: "The first day of the pensions.", kind: .date),
      Option(
        "country", value: "COUNTRY", summary: "The country of rows and forms that name none.",
        kind: .country, check: country),
      Option(
        "dates", value: "ORDER",
        summary: "Whether the day or the month stands first in 03/04/1992.",
        kind: .choice(ImportSettings.DateOrder.allCases.map(\.rawValue))),
      Option(
        "decimal", value: "MARK", summary: "What stands before decimals in 31.200.",
        kind: .choice(ImportSettings.DecimalMark.allCases.map(\.rawValue))),
    ],
    flags: [Flag("replace", summary: "Replace the file that -o names, if it exists.")],
    examples: [
      Example(
        "sojourn import periods.csv --born 1960-05-14 -o case.json", "A case from a table."),
      Example(
        "sojourn import periods.csv p5000.json statement.xml -o case.json",
        "Three papers as one case."),
      Example(
        "sojourn import earnings.csv --into case.json -o case2.json", "More for a case."),
      Example(
        "sojourn import statement.xml | sojourn entitlements -", "The answer at once."),
    ],
    notes: [
      "A paper has at most \(ImportLimits.bytes >> 20) MiB; a case holds at most "
        + "\(CaseLimits.periods) periods."
    ])

  private static let country: ValueCheck = { Country($0) == nil ? "is no country" : nil }

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    let findings = ImportFindings(try AnswerLanguage.language(invocation, book, of: []).say)
    var assembly = CaseAssembly(today: console.today)
    if let path = invocation.text("into") {
      let (career, notes) = try existing(path, console)
      assembly.begin(with: career, notes, named: path)
    }
    assembly.say(
      invocation.text("born").flatMap { Day($0) },
      invocation.text("sex").flatMap { Person.Sex(rawValue: $0) },
      invocation.text("lives-in").flatMap { Country($0) },
      invocation.texts("citizen-of").compactMap { Country($0) }, "the command line")
    let paths = invocation.texts("file")
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw invocation.refusal(of: "file", "standard input can be read once only")
    }
    var vocabulary: TableVocabulary?
    for path in paths { try add(path, to: &assembly, invocation, book, &vocabulary, console) }
    guard let made = assembly.finish() else {
      throw Failure(findings.text(assembly.findings), .badInput)
    }
    var career = made.career
    do {
      try FactCheck(career, library: book).check(career)
    } catch let error as InputError {
      throw Failure(
        findings.text(assembly.findings + [assembly.finding(error)]), .badInput)
    } catch let error as RuleBookError {
      throw error.failure
    }
    if let day = invocation.text("claim").flatMap({ Day($0) }) {
      career.claim.from = day
      career.claim.starts = [:]
    }
    console.complain(findings.text(assembly.findings))
    let text = CaseWriter(notes: made.notes).bytes(of: career)
    guard let path = invocation.text("output"), path != "-" else {
      try console.print(String(decoding: text, as: UTF8.self))
      return .success
    }
    try WholeFile.write(text, to: path, replaces: invocation.flag("replace"))
    return .success
  }

  private static func add(
    _ path: String, to assembly: inout CaseAssembly, _ invocation: Invocation, _ book: RuleBook,
    _ vocabulary: inout TableVocabulary?, _ console: Console
  ) throws {
    let bytes = try contents(path, limit: ImportLimits.bytes)
    let settings = ImportSettings(
      country: invocation.text("country").flatMap { Country($0) },
      dates: invocation.text("dates").flatMap { ImportSettings.DateOrder(rawValue: $0) },
      decimals: invocation.text("decimal").flatMap { ImportSettings.DecimalMark(rawValue: $0) })
    let kind =
      invocation.text("kind").flatMap { ImportKind(rawValue: $0) }
      ?? ImportKind(recognizing: bytes)
    do {
      let draft = try kind.read(bytes, settings, today: console.today) {
        let known = try vocabulary ?? TableVocabulary(try book.careerWords())
        vocabulary = known
        return known
      }
      assembly.add(draft, named: path)
    } catch let error as RuleBookError {
      throw error.failure
    }
  }

  private static func existing(_ path: String, _ console: Console) throws -> (Career, CaseNotes) {
    let bytes = try contents(path, limit: CaseLimits.bytes)
    do {
      return (try CaseReader.read(bytes, today: console.today), try CaseNotes(of: bytes))
    } catch {
      throw Failure(error.rendered(file: path, bytes: bytes), .badInput)
    }
  }

  private static func contents(_ path: String, limit: Int) throws -> [UInt8] {
    var input = try StandardInput(path: path, limit: limit)
    do {
      return try input.readAll()
    } catch {
      guard case .tooLarge(let source, let limit) = error else { throw error }
      throw Failure(
        "\(source): error: this is longer than \(limit >> 20) MiB; a career is not "
          + "[import.too-long]", .badInput)
    }
  }
}
