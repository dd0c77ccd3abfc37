import CommandLineKit
import Coordination
import Formula
import Glibc
import Interchange
import Interview
import Presentation
import Quantities
import RuleBook

/// Leads an interview: shows its questions, hands it the lines, and does what it asks for outside.
final class Conversation {
  private var interview: Interview
  private var screen: InterviewScreen
  private let lines: any LineSource
  private let isResumed: Bool
  private let book: RuleBook
  private let language: Language
  private let interrupts: Interrupts
  private let console: Console

  init(
    _ interview: Interview, isResumed: Bool, savingTo path: String?, screen: InterviewScreen,
    lines: any LineSource, book: RuleBook, language: Language, interrupts: Interrupts,
    _ console: Console
  ) {
    self.interview = interview
    self.interview.keptIn = path
    self.isResumed = isResumed
    self.screen = screen
    self.lines = lines
    self.book = book
    self.language = language
    self.interrupts = interrupts
    self.console = console
  }

  /// Leads it to its end, or to where the person stops.
  func run() throws -> ExitCode {
    do {
      return try converse()
    } catch let failure as Failure where lines.isPerson && interview.keptIn == nil {
      // A rule file has a fault: what was entered is not lost for it.
      console.complain(failure.message + "\n")
      _ = try leave()
      return failure.exitCode
    }
  }

  private func converse() throws -> ExitCode {
    try greet()
    while true {
      try screen.ask(try reporting { try interview.prompt() })
      switch lines.next() {
      case .line(let line):
        if let code = try take(line) { return code }
      case .end:
        if !lines.isPerson { return try ended() }
        return try leave()
      case .interrupted(SIGINT): return try leave()
      case .interrupted(let signal): return try stop(signal)
      }
    }
  }

  private func greet() throws {
    try screen.write(
      "This asks for a career question by question, and then answers what pension it has earned.")
    for text in Interview.commands { try screen.write(text) }
    if let path = interview.keptIn {
      try screen.write(
        isResumed
          ? "Going on with the answers in \(path)."
          : "The answers are kept in \(path) as they are given.")
    } else {
      try screen.write("Nothing is written to disk unless you name a file.")
    }
  }

  /// - Returns: what the program ends with; nil while the conversation goes on.
  private func take(_ line: String) throws -> ExitCode? {
    if lines.needsEcho { try screen.echo(line) }
    let turn = try reporting { try interview.take(line) }
    for message in turn.messages { try screen.show(message) }
    switch turn.effect {
    case nil: break
    case .keep: try keep()
    case .answer: try answer()
    case .write(let use, let path): try write(use, to: path)
    case .leave: return try leave()
    case .end:
      try sayWhereKept()
      return .success
    }
    return nil
  }

  // MARK: The answer

  private func input() throws -> CaseInput? {
    guard let career = try reporting({ try interview.career() }) else { return nil }
    return try CaseInput(
      path: "case", bytes: CaseWriter().bytes(of: career), book: book, today: console.today)
  }

  private func answer() throws {
    do {
      guard let input = try input() else { return }
      let result = try input.answer(detail: .full)
      try console.print("\n")
      try console.print(
        AnswerText(
          result, width: min(console.width, 100), style: console.style, explains: false,
          say: language.say
        ).rendered())
      interview.wasAnswered()
    } catch let failure as Failure where failure.exitCode == .badInput {
      // Two certified sums for the same time, for example: the person can put it right.
      console.complain(failure.message + "\n")
      try screen.write("The answers do not go together as they are: change what is named above.")
    }
    try console.print("\n")
  }

  // MARK: Files

  private func keep() throws {
    guard let path = interview.keptIn else { return }
    do {
      try WholeFile.write(answers, to: path, replaces: true)
    } catch  where lines.isPerson {
      // A full disk ends no conversation: another file is asked for at the end.
      console.complain(error.message + "\n")
      interview.keptIn = nil
      try screen.write("The answers are in no file now; save names another one.")
    }
  }

  private var answers: [UInt8] { AnswersFile.bytes(of: interview.draft.answers) }

  private func write(_ use: FileUse, to path: String) throws {
    do {
      switch use {
      case .answers:
        try WholeFile.write(answers, to: path, replaces: true)
        interview.keptIn = path
      case .finishedCase:
        guard let input = try input() else { return }
        try WholeFile.write(input.bytes, to: path, replaces: true)
      case .report:
        guard let input = try input() else { return }
        let page = try Report.page(
          of: input, try input.answer(), language: language, isOffline: true,
          console)
        try WholeFile.write(Array(page.utf8), to: path, replaces: true)
      }
      interview.wasWritten(use)
      try screen.write("Written: \(path)")
    } catch let failure as Failure where failure.exitCode == .inputOutput {
      console.complain(failure.message + "\n")
      interview.wasNotWritten(use)
    }
  }

  // MARK: The end

  /// The person goes: what was entered is kept where they say.
  private func leave() throws -> ExitCode {
    while interview.keptIn == nil, !interview.draft.answers.isEmpty, !interview.isFinished {
      try screen.write(
        "Keep what was entered? Name a file, for example interview.json; Enter: throw it away")
      try console.output.flush()
      guard case .line(let line) = lines.next() else { break }
      if lines.needsEcho { try screen.echo(line) }
      let path = line.filter { !$0.isNewline }
      if path.allSatisfy(\.isWhitespace) { break }
      if access(path, F_OK) == 0 {
        try screen.write("\(path) is there already; name another file.")
        continue
      }
      try write(.answers, to: path)
    }
    try sayWhereKept()
    return .success
  }

  private func sayWhereKept() throws {
    try keep()
    if let path = interview.keptIn {
      try screen.write(
        "The answers are kept in \(path). Go on with:")
      // On a line of its own, to be copied.
      try console.print("  sojourn interview --save \(Self.quoted(path))\n")
    } else if !interview.isFinished, !interview.draft.answers.isEmpty {
      try screen.write("Nothing was kept.")
    }
    try console.output.flush()
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }

  /// The lines of a file or a pipe ended.
  private func ended() throws -> ExitCode {
    if interview.isFinished {
      try sayWhereKept()
      return .success
    }
    let asked = try reporting { language.say(try interview.prompt().text) }
    try sayWhereKept()
    console.complain("sojourn: the answers end before the question '\(asked)'\n")
    return .badInput
  }

  /// The terminal closed, or the machine goes down: what was kept is kept.
  private func stop(_ signal: Int32) throws -> ExitCode {
    try? sayWhereKept()
    interrupts.restore()
    // To the process: this thread may have the signal blocked.
    kill(getpid(), signal)
    sleep(1)
    return .success
  }

  private func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as RuleBookError {
      throw error.failure
    }
  }
}
