import CommandLineKit
import Coordination
import Glibc
import Interchange
import Interview
import RuleBook

/// `sojourn interview`: a conversation that builds a case and answers it.
enum InterviewCommand: Subcommand {
  static let command = Command(
    "interview",
    summary: "Ask for a career question by question, then answer what it has earned.",
    discussion: [
      "Short questions with examples build a case: the person, each period of insurance or "
        + "residence with its earnings, and what the schemes involved ask for. At any question ? "
        + "explains it, < goes back, list shows what was entered, 'change 2' changes entry 2 of "
        + "the list, save keeps the answers in a file and quit ends.",
      "Dates, amounts, countries and schemes are understood as people write them, in every "
        + "language of the rule book; what could mean two things is asked back. In the end the "
        + "answer is that of 'sojourn entitlements', and the case and the report can be saved.",
      "Nothing is written but where a file is named, and no connection is opened.",
    ],
    arguments: [
      Argument(
        "case",
        summary:
          "A case to complete or change, for example one made by 'sojourn import'; its notes are not kept.",
        kind: .file, arity: .optional)
    ],
    options: [
      Option(
        "save", value: "FILE",
        summary:
          "Keep the answers in this file as they are given, readable by you alone; where it is there already, go on with it.",
        kind: .file),
      Option(
        "answers", value: "FILE",
        summary:
          "Take the answers from this file, a line each; lines that begin with # are skipped.",
        kind: .file),
    ],
    flags: [
      Flag(
        "plain",
        summary:
          "No colour, no line editing, every question on one line: for screen readers and plain terminals."
      )
    ],
    examples: [
      Example("sojourn interview", "In the language of the locale."),
      Example("sojourn interview --language fr --plain", "In French, for a screen reader."),
      Example(
        "sojourn interview --save answers.json", "Kept at every step; the same again resumes."),
      Example("sojourn interview case.json", "Complete or change a case that is there already."),
      Example("sojourn interview --answers lines.txt", "Answers from a file."),
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    let language = try AnswerLanguage.language(invocation, book, of: nil)
    let languages: [Language]
    let words: [CareerWords]
    do throws(RuleBookError) {
      words = try book.careerWords()
      languages = try others(than: language, in: book) + [language]
    } catch {
      throw error.failure
    }
    let path = invocation.text("save")
    if let path, invocation.isGiven("case"), access(path, F_OK) == 0 {
      throw invocation.refusal(of: "save", "names a file that is there already, beside a case")
    }
    let draft = try path.flatMap { try saved($0) } ?? started(invocation, console, book)
    let interview = Interview(
      draft ?? Draft(), law: book, language: language, languages: languages,
      words: words,
      // A rule file with a fault is told of when its country is named.
      atlas: Atlas(languages, words: words) { book.schemeIDs.compactMap { try? book.scheme($0) } },
      today: console.today, fileExists: { access($0, F_OK) == 0 })
    let isPlain = invocation.flag("plain")
    let interrupts = try Interrupts()
    defer { interrupts.restore() }
    let conversation = try Conversation(
      interview, isResumed: draft != nil, savingTo: path,
      screen: InterviewScreen(console, isPlain: isPlain, say: language.say),
      lines: lines(invocation.text("answers"), isPlain: isPlain, console, interrupts),
      book: book, language: language, interrupts: interrupts, console)
    return try conversation.run()
  }

  private static func others(
    than language: Language, in book: RuleBook
  ) throws(RuleBookError) -> [Language] {
    var languages: [Language] = []
    for code in book.languageCodes where code != "en" && code != language.code {
      if let other = try book.language(code, of: []) { languages.append(other) }
    }
    return languages
  }

  /// The answers of the case that the command line names; nil where it names none.
  private static func started(
    _ invocation: Invocation, _ console: Console, _ book: RuleBook
  ) throws -> Draft? {
    guard let path = invocation.text("case") else { return nil }
    var file = try StandardInput(path: path, limit: CaseLimits.bytes)
    let input = try CaseInput(path: path, bytes: file.readAll(), book: book, today: console.today)
    return try input.reporting { try Draft(of: input.career, law: book) }
  }

  /// The answers of an interview that was saved; nil where there is no such file yet.
  private static func saved(_ path: String) throws -> Draft? {
    guard access(path, F_OK) == 0 else { return nil }
    var input = try StandardInput(path: path, limit: AnswersFile.bytes)
    let bytes = try input.readAll()
    do {
      return Draft(try AnswersFile.read(bytes))
    } catch {
      throw Failure(
        error.rendered(file: path, bytes: bytes)
          + "\nsojourn: --save names a file that holds something else; it is left as it is",
        .badInput)
    }
  }

  /// Where lines come from: a file, a terminal with line editing, or anything else.
  private static func lines(
    _ answers: String?, isPlain: Bool, _ console: Console, _ interrupts: Interrupts
  ) throws -> any LineSource {
    if let answers, answers != "-" {
      let descriptor = open(answers, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Failure(
          "sojourn: cannot read \(answers): \(String(cString: strerror(errno)))", .inputOutput)
      }
      return PlainLines(descriptor, isFile: true, interrupts)
    }
    let terminal = Terminal(descriptor: 0)
    if terminal.isTTY, console.terminal.hasCursor, terminal.isUTF8, !isPlain,
      let edited = EditedLines(interrupts)
    {
      return edited
    }
    return PlainLines(0, isFile: false, interrupts)
  }
}
