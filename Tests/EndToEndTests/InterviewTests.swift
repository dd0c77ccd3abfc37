import Foundation
import Testing

/// The interview as a person meets it: in a terminal, interrupted, resumed, with a screen reader.
@Suite(.enabled(if: InterviewRun.isPossible, "python3 is needed"))
struct InterviewTests {
  private typealias Step = InterviewRun.Step

  /// The example of five countries, as far as Germany, with the slips of a long day.
  private static let firstHalf = [
    Step("Date of birth", "31.2.1960"), Step("No calendar has that day", "14.5.1960"),
    Step("Sex", "femal"), Step("Country of residence", "Kanda"), Step("Is one of these", "1"),
    Step("Citizenships", "Corea del Sur"), Step("Country of the first period", "USA"),
    Step("Kind of period", "?"), Step("Residence counts", ""), Step("First day", "1.1.1982"),
    Step("Last day", "Dec 1888"), Step("before the period begins", "Dec 1988"),
    Step("Sum certified", "none"), Step("How are the earnings known", "1"),
    // Typed over with the editing keys: 11800 is made of 1180.
    Step("Gross earnings of 1982", keys: "1180\u{1}\u{5}0\n"),
    Step("Gross earnings of 1983", "12900; 14100; 15300; 16400; 17600; 19900"),
    Step("Country of the next period", "<"), Step("Enter keeps USD 19,900.00", "18900"),
    Step("Country of the next period", "Alemania"), Step("Kind of period", ""),
    Step("First day", "15/2/1989"),
  ]

  private static let secondHalf = [
    Step("Last day", "31.12.2006"), Step("Sum certified", ""), Step("How are the earnings", ""),
    Step("Currency of the amounts", ""),
    Step("Gross earnings of 1989", "31200 36400 38900 41300 43000 44100 45600 46700 47400"),
    Step("Gross earnings of 1998", "48300;49200;50400;51700;26900;27400;27800;28100;28500"),
    Step("Country of the next period", "KR"), Step("Kind of period", ""),
    Step("First day", "3/2007"), Step("Last day", "Feb 2011"), Step("Sum certified", ""),
    Step("How are the earnings", ""),
    Step("Gross earnings of 2007", "18000000;22400000;23100000;24000000;4100000"),
    Step("Country of the next period", "Atlantis"), Step("no country of that name", "Frankreich"),
    Step("Kind of period", "11"), Step("First day", "May 2011"), Step("Last day", "30/04/2020"),
    Step("Sum certified", ""), Step("How are the earnings", ""),
    Step(
      "Gross earnings of 2011",
      "19200;29400;29900;30300;30700;31200;31800;32300;32900;11100"),
    Step("Country of the next period", "Canada"), Step("Kind of period", "3"), Step("Scheme", ""),
    Step("First day", "1.6.2020"), Step("Last day", "31.10.2026"), Step("Sum certified", ""),
    Step("Country of the next period", ""),
    Step("From which day", "1.12.2026", skipping: "Which of these"),
    Step("Compute the answer", ""), Step("What next?", "1"), Step("File for the case", "case.json"),
    Step("What next?", "2"), Step("File for the report", "report.html"), Step("What next?", "4"),
  ]

  @Test func anInterruptedConversationIsResumedAndGivesTheAnswerOfTheCaseWrittenByHand() throws {
    let run = try InterviewRun()
    let first = try run.terminal(
      [],
      Self.firstHalf + [
        Step("Last day", keys: "\u{3}"), Step("Keep what was entered?", "kept.json"),
        Step("sojourn interview --save kept.json"),
      ])
    #expect(first.stuck == nil, "\(first.screen)")
    #expect(first.status == 0)
    #expect(run.files == ["kept.json"])
    #expect(try run.text("kept.json").contains("\"periods.2.from\": \"1989-02-15\""))

    let second = try run.terminal(
      ["--save", "kept.json"], [Step("Going on with the answers in kept.json")] + Self.secondHalf)
    #expect(second.stuck == nil, "\(second.screen)")
    #expect(second.status == 0)
    #expect(second.screen.contains("a pension of EUR 703.28 a month"))
    #expect(run.files == ["case.json", "kept.json", "report.html"])
    #expect(try run.text("report.html").contains("703.28"))
    for name in run.files {
      let rights = try FileManager.default.attributesOfItem(atPath: run.path(name))
      #expect(rights[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    let made = try Program.run("entitlements", run.path("case.json"))
    let written = try Program.run("entitlements", "Rules/examples/cases/five-countries.json")
    #expect(made.output == written.output)
  }

  @Test(arguments: ["SIGHUP", "SIGTERM", "SIGKILL"])
  func whatWasAnsweredSurvivesTheEndOfTheTerminal(signal: String) throws {
    let run = try InterviewRun()
    let screen = try run.terminal(
      ["--save", "kept.json"],
      [
        Step("Date of birth", "14 May 1960"), Step("Sex", "male"),
        Step("Country of residence", signal: signal),
      ])
    #expect(screen.stuck == nil)
    #expect(screen.status < 0)
    #expect(try run.text("kept.json").contains("\"person.sex\": \"male\""))
    #expect(run.files == ["kept.json"])
  }

  @Test func aClosedTerminalEndsItWithTheAnswersKept() throws {
    let run = try InterviewRun()
    let screen = try run.terminal(
      ["--save", "kept.json"],
      [Step("Date of birth", "14 May 1960"), Step("Sex", closes: true)])
    #expect(screen.status != -9)
    #expect(try run.text("kept.json").contains("1960-05-14"))
  }

  @Test func theEndOfInputAsksWhereToKeepAndWritesNothingUnasked() throws {
    let run = try InterviewRun()
    let screen = try run.terminal(
      [],
      [
        Step("Date of birth", "14 May 1960"), Step("Sex", keys: "\u{4}"),
        Step("Keep what was entered?", ""), Step("Nothing was kept."),
      ])
    #expect(screen.stuck == nil, "\(screen.screen)")
    #expect(screen.status == 0)
    #expect(run.files == [])
  }

  @Test(arguments: [["--plain"], ["--language", "fr", "--plain"]])
  func aScreenReaderMeetsPlainLinesOnly(options: [String]) throws {
    let run = try InterviewRun()
    let isFrench = options.contains("fr")
    let screen = try run.terminal(
      options,
      [
        Step(isFrench ? "Date de naissance" : "Date of birth", "14.5.1960"),
        Step(isFrench ? "Sexe" : "Sex", isFrench ? "femme" : "1"),
        Step(isFrench ? "Pays de résidence" : "Country of residence", keys: "\u{3}"),
        Step(isFrench ? "Garder ce qui est saisi" : "Keep what was entered?", ""),
      ])
    #expect(screen.stuck == nil, "\(screen.screen)")
    #expect(!screen.screen.contains("\u{1B}"))
    let lines = screen.screen.split(whereSeparator: \.isNewline)
    // A question is one line with all that belongs to it.
    let question = isFrench ? "Pays de résidence actuel (" : "Country of residence now ("
    #expect(lines.contains { $0.hasPrefix(question) && $0.hasSuffix(")") })
  }

  @Test func answersFromAFileMayEndTooEarly() throws {
    let run = try InterviewRun()
    let outcome = try run.answers(["# a remark", "14.5.1960", "1"])
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == "sojourn: the answers end before the question 'Country of residence now'\n")
    #expect(!outcome.output.contains("remark"))
  }

  @Test func aFileOfSomethingElseIsLeftAsItIs() throws {
    let run = try InterviewRun()
    let file = run.folder.appending(path: "case.json")
    try Data("{\"format\": \"sojourn/case/1\"}".utf8).write(to: file)
    let outcome = try run.answers(["14.5.1960"], ["--save", "case.json"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("it is left as it is"))
    #expect(try run.text("case.json") == "{\"format\": \"sojourn/case/1\"}")
  }

  @Test func aCaseThatIsThereIsCompleted() throws {
    let run = try InterviewRun()
    let example = Program.root.appending(path: "Rules/examples/cases/five-countries.json").path
    let open = [String](repeating: "", count: 12)
    let outcome = try run.answers(open + ["1", "copy.json", "4"], [example])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("EUR 703.28"))
    #expect(
      try Program.run("entitlements", run.path("copy.json")).output
        == Program.run("entitlements", example).output)
    let refused = try run.answers([], ["copy.json", "--save", "copy.json"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("there already"))
  }

  @Test func sumsThatCoverTheSameTimeAreShownAndCanBeChanged() throws {
    let run = try InterviewRun()
    // As many empty lines as questions could be left; those too many are refused.
    let enough = [String](repeating: "", count: 8)
    let period = ["NL", "3", "1.1.1990", "31.12.1991", "24 months"]
    let outcome = try run.answers(
      ["14.5.1960", "", "", ""] + period + period + enough + ["delete 6", "", "4"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("case.overlapping-sums"))
    #expect(outcome.output.contains("NL.AOW"))
  }

  @Test(.enabled(if: RemitRun.path(of: "strace") != nil, "strace is needed"))
  func nothingIsWrittenButWhereAskedAndNoSocketIsOpened() throws {
    let run = try InterviewRun()
    let strace = try #require(RemitRun.path(of: "strace"))
    let lines = [
      "14.5.1960", "", "CA", "", "NL", "3", "1.1.1990", "31.12.1999", "", "", "", "", "", "",
      "", "", "", "1", "case.json", "2", "report.html", "4",
    ]
    let record = run.path("strace.txt")
    let outcome = try run.answers(
      lines,
      tracer: [
        strace, "-f", "-o", record, "-e",
        "trace=%network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,symlink",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let calls = try run.text("strace.txt").split(whereSeparator: \.isNewline)
      .filter { $0.contains("(") && !$0.contains("O_RDONLY") }
      .filter { !$0.contains(Program.sanitizerFile) }
    let expected = ["case.json", "report.html"]
    for call in calls {
      let isAsked = expected.contains { call.contains("\"\($0)") }
      #expect(isAsked && (call.contains("openat(") || call.contains("rename(")), "\(call)")
    }
    #expect(calls.count == 4)
    #expect(run.files == ["case.json", "lines.txt", "report.html", "strace.txt"])
  }
}
