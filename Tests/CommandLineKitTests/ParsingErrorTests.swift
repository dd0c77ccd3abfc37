import Testing

@testable import CommandLineKit

@Suite struct ParsingErrorTests {
  let harbor = ExampleProgram.harbor

  /// A wrong command line and what is said of it.
  struct Line: CustomTestStringConvertible, Sendable {
    let words: [String]
    let code: UsageError.Code
    let index: Int?
    let message: String
    let hint: String?

    init(
      _ line: String, _ code: UsageError.Code, at index: Int?, _ message: String, _ hint: String?
    ) {
      words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
      self.code = code
      self.index = index
      self.message = message
      self.hint = hint
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Line(
      "", .missingCommand, at: nil, "harbor needs a command",
      "one of berth, dues, manifest, log, help"),
    Line(
      "manifest", .missingCommand, at: nil, "harbor manifest needs a command",
      "one of check, list"),
    Line(
      "brth", .unknownCommand, at: 0, "harbor has no command \"brth\"", "did you mean berth?"),
    Line(
      "mani", .unknownCommand, at: 0, "harbor has no command \"mani\"", "did you mean manifest?"),
    Line(
      "-q xyzzy", .unknownCommand, at: 1, "harbor has no command \"xyzzy\"", "see harbor --help"),
    Line(
      "manifest chekc", .unknownCommand, at: 1, "harbor manifest has no command \"chekc\"",
      "did you mean check?"),
    Line(
      "help tide", .unknownTopic, at: 1, "there is no help on \"tide\"", "did you mean tides?"),
    Line(
      "help manifest chek", .unknownTopic, at: 2, "there is no help on \"chek\"",
      "did you mean check?"),
    Line(
      "dues PA 7 --fromat json", .unknownOption, at: 3, "unknown option --fromat",
      "did you mean --format?"),
    Line(
      "dues PA 7 --formatt=json", .unknownOption, at: 3, "unknown option --formatt",
      "did you mean --format?"),
    Line(
      "dues PA 7 -format json", .badValue, at: 3, "-f: \"ormat\" is none of text, json", nil),
    Line(
      "dues PA 7 -explain", .unknownOption, at: 3, "unknown option -x in \"-explain\"",
      "did you mean --explain?"),
    Line("dues PA 7 -x", .unknownOption, at: 3, "unknown option -x", "see harbor dues --help"),
    Line("dues --=x", .unknownOption, at: 1, "unknown option --", "see harbor dues --help"),
    Line(
      "log --no-quiet", .unknownOption, at: 1, "unknown option --no-quiet",
      "did you mean --quiet?"),
    Line(
      "berth --version", .unknownOption, at: 1, "unknown option --version",
      "see harbor berth --help"),
    Line(
      "berth", .missingOption, at: nil, "the option --nights is missing",
      "write --nights N: How many nights it stays."),
    Line(
      "berth -n 3", .missingArgument, at: nil, "the argument SHIP is missing",
      "SHIP: The ship's name."),
    Line(
      "manifest check", .missingArgument, at: nil, "the argument FILE is missing",
      "FILE: The manifests, - for standard input."),
    Line(
      "berth A --nights", .missingValue, at: 2, "--nights needs a value", "write --nights N"),
    Line(
      "berth A --cargo --lit", .missingValue, at: 2, "--cargo needs a value",
      "write --cargo KIND; if the value is --lit, write --cargo=--lit"),
    Line(
      "berth A -ln", .missingValue, at: 2, "-n needs a value", "write -n N"),
    Line(
      "berth A --lit=yes", .unexpectedValue, at: 2, "--lit takes no value", "write --lit alone"),
    Line("berth A -l=yes", .unexpectedValue, at: 2, "-l takes no value", "write -l alone"),
    Line(
      "berth A B -n 1", .unexpectedArgument, at: 2, "unexpected argument \"B\"",
      "harbor berth takes SHIP"),
    Line(
      "manifest list x", .unexpectedArgument, at: 2, "unexpected argument \"x\"",
      "harbor manifest list takes no arguments"),
    Line("berth A -n 1 -n 2", .repeatedOption, at: 4, "-n is given twice", "give it once"),
    Line(
      "berth A -n 0", .badValue, at: 3, "-n: \"0\" is not a whole number from 1 to 90", nil),
    Line(
      "berth A --nights=x", .badValue, at: 2, "--nights: \"x\" is not a whole number from 1 to 90",
      nil),
    Line(
      "dues XX 7", .badValue, at: 1, "FLAG: \"XX\" is not a country that exists", nil),
    Line(
      "dues PAN 7", .badValue, at: 1,
      "FLAG: \"PAN\" is not a country code; write two letters, as MX", nil),
    Line(
      "dues PA 7 -f jsn", .badValue, at: 4, "-f: \"jsn\" is none of text, json",
      "did you mean json?"),
    Line(
      "dues PA 7 -f JSON", .badValue, at: 4, "-f: \"JSON\" is none of text, json",
      "did you mean json?"),
    Line(
      "log 2025-02-29", .badValue, at: 1,
      "DAY: \"2025-02-29\" is not a day; write YYYY-MM-DD, as 2026-12-01", nil),
    Line(
      "log -5", .badValue, at: 1, "DAY: \"-5\" is not a day; write YYYY-MM-DD, as 2026-12-01", nil),
    Line("manifest check ''", .badValue, at: 2, "FILE: \"\" is not a file name", nil),
  ])
  func refuses(_ line: Line) {
    let error = #expect(throws: UsageError.self) { try harbor.parse(line.words) }
    #expect(error?.code == line.code)
    #expect(error?.index == line.index)
    #expect(error?.message == line.message)
    #expect(error?.hint == line.hint)
    #expect(error?.exitCode.rawValue == 64)
  }

  @Test func everyCodeIsDistinctAndNamed() {
    let codes = UsageError.Code.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("usage.") })
  }

  @Test func reportMarksTheWord() {
    let words = ["dues", "PA", "7", "--fromat", "json"]
    let error = #expect(throws: UsageError.self) { try harbor.parse(words) }
    #expect(
      error?.report(program: "harbor", words: words) == """
        harbor: unknown option --fromat [usage.unknown-option]
          dues PA 7 --fromat ...
                    ^^^^^^^^
        hint: did you mean --format?
        usage: harbor dues [OPTIONS] FLAG TONNAGE [CURRENCY]

        """)
  }

  @Test func reportMarksWideWordsByColumns() {
    let words = ["log", "港口"]
    let error = #expect(throws: UsageError.self) { try harbor.parse(words) }
    let lines = error?.report(program: "harbor", words: words).split(separator: "\n") ?? []
    #expect(lines.contains("  log 港口"))
    #expect(lines.contains("      ^^^^"))
  }

  @Test(arguments: [20, 40, 80])
  func reportIsSafeAndNarrow(width: Int) {
    let words = ["log", "\u{1B}[31m" + String(repeating: "long\n", count: 20_000)]
    let error = #expect(throws: UsageError.self) { try harbor.parse(words) }
    let report = error?.report(program: "harbor", words: words, width: width) ?? ""
    #expect(!report.isEmpty)
    #expect(!report.contains("\u{1B}"))
    for line in report.split(separator: "\n") { #expect(displayWidth(of: String(line)) <= width) }
  }

  @Test func reportIsColouredOnlyWhenAsked() {
    let error = #expect(throws: UsageError.self) { try harbor.parse(["brth"]) }
    #expect(error?.report(program: "harbor", words: []).contains("\u{1B}") == false)
    #expect(
      error?.report(program: "harbor", words: [], style: .color).contains("\u{1B}[31m") == true)
  }

  @Test func exitCodesAreThoseOfSysexits() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 64, 65, 69, 70, 74])
    #expect(Set(ExitCode.allCases.map(\.name)).count == ExitCode.allCases.count)
    #expect(ExitCode.allCases.allSatisfy { $0.text.hasSuffix(".") })
  }
}
