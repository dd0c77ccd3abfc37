import Coordination
import Formula
import Quantities

/// A guided conversation that builds a case: a state machine that knows no terminal and no file.
///
/// It asks by ``prompt()``, takes a line by ``take(_:)``, and says what is to be done outside by the
/// effect of a turn. What was answered is its ``draft`` alone; all else is forgotten on resuming.
public struct Interview: Sendable {
  public internal(set) var draft: Draft
  /// The file in which the answers are kept as they are given; nil: in none.
  public var keptIn: String?
  let script: Script
  let reader: AnswerReader
  /// Whether a file is there already, so that none is overwritten unasked.
  let fileExists: @Sendable (String) -> Bool
  var stage = Stage.asking
  /// A question that is asked though it was answered, after going back or to be changed.
  var again: String?
  /// The meanings offered for an unclear answer, and the question they answer.
  var offered: [Choice] = []
  private var offering = ""
  /// Whether the case was written to a file since it last changed.
  var isSaved = false

  /// What the conversation is at.
  enum Stage: Hashable, Sendable {
    case asking
    /// The parts of a period are offered to be changed.
    case parts(Int)
    /// The answer was shown.
    case closing
    case naming(FileUse)
    /// A file of that name is there already.
    case replacing(FileUse, String)
  }

  /// - Parameters:
  ///   - draft: what was answered before.
  ///   - language: in which the person is spoken to, and may answer.
  ///   - languages: in which answers are understood besides English.
  ///   - words: further words that people write, in these and other languages.
  public init(
    _ draft: Draft = Draft(), law: any LawLibrary, language: Language, languages: [Language],
    words: [CareerWords], atlas: Atlas, today: Day, fileExists: @escaping @Sendable (String) -> Bool
  ) {
    self.draft = draft
    script = Script(law: law, today: today)
    reader = AnswerReader(language, languages, words: words, atlas: atlas, today: today)
    self.fileExists = fileExists
  }

  /// The career that was entered; nil until all is answered.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  public func career() throws -> Career? {
    guard try script.progress(of: draft).next == nil else { return nil }
    return try CareerBuilder(law: script.law, draft: draft).career()
  }

  // MARK: Asking

  /// The question that stands now; nil where all is answered.
  func question() throws -> Question? {
    let progress = try script.progress(of: draft)
    if let again, let question = progress.answered.first(where: { $0.id == again }) {
      return question
    }
    return progress.next
  }

  /// What is asked now.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  public func prompt() throws -> Prompt {
    if !offered.isEmpty {
      return Prompt(
        "Number, or the answer anew", choices: offered.map(\.label),
        hints: offered.count == 1 ? ["Enter: \("yes" as Phrase)"] : [])
    }
    if let menu = try menu() { return menu }
    guard let question = try question() else { return try review() }
    var hints: [Phrase] = []
    if again == question.id, let stored = draft[question.id] {
      hints.append("Enter keeps \(question.said(stored))")
      if !stored.isEmpty, question.blank?.value.isEmpty ?? false {
        hints.append("- takes it away")
      }
    } else {
      if !question.examples.isEmpty {
        hints.append("for example \(Self.either(question.examples))")
      }
      if let blank = question.blank { hints.append("Enter: \(blank.says)") }
    }
    return Prompt(
      question.text, under: question.heading, notes: question.notes,
      choices: question.choices.map(\.label), hints: hints)
  }

  private static func either(_ examples: [Phrase]) -> Phrase {
    examples.dropFirst().reduce(examples.first ?? "") { "\($0) or \($1)" }
  }

  // MARK: Taking an answer

  /// Takes one line.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  public mutating func take(_ line: String) throws -> Turn {
    let text = line.trimmed
    guard text.utf8.count <= 4000 else { return .fault("That is too long.") }
    if let turn = try command(text) { return turn }
    if let chosen = offer(text) { return try keep([chosen], to: question()) }
    switch stage {
    case .asking: break
    case .parts(let period): return try changePart(text, of: period)
    case .closing: return close(text)
    case .naming(let use): return name(text, use)
    case .replacing(let use, let path): return replace(text, use, path)
    }
    guard let question = try question() else { return try reviewed(text) }
    if text.isEmpty { return blank(question) }
    if text == "-", again == question.id, question.blank?.value.isEmpty ?? false {
      return keep([.init(question.id, "")], to: question)
    }
    offered = []
    switch try reader.read(text, for: question) {
    case .answers(let answers): return keep(answers, to: question)
    case .unclear(let says, let choices):
      offered = choices
      offering = question.id
      return .fault(says)
    case .refused(let says): return .fault(says)
    }
  }

  /// The answer that a number chooses among those offered.
  private func offer(_ text: String) -> Reading.Answer? {
    guard !offered.isEmpty, !text.isEmpty || offered.count == 1 else { return nil }
    if offered.count == 1, text.isEmpty || reader.answers(text, "yes") {
      return .init(offering, offered[0].value)
    }
    return reader.chosen(text, among: offered).map { .init(offering, $0.value) }
  }

  private mutating func blank(_ question: Question) -> Turn {
    if !offered.isEmpty { return .fault("Choose by number, 1 to \(offered.count).") }
    if again == question.id {
      again = nil
      return Turn()
    }
    guard let blank = question.blank else {
      return .fault("An answer is needed here; ? explains the question.")
    }
    return keep([.init(question.id, blank.value)], to: question, isSilent: true)
  }

  private mutating func keep(
    _ answers: [Reading.Answer], to question: Question?, isSilent: Bool = false
  ) -> Turn {
    var messages: [Turn.Message] = []
    for answer in answers {
      if answer.id == Script.more, !answer.value.isEmpty {
        draft.set(Draft.id((draft.periods.last ?? 0) + 1, "country"), to: answer.value)
      } else {
        draft.set(answer.id, to: answer.value)
      }
      if !isSilent, let question { messages += understood(answer, question) }
    }
    offered = []
    again = nil
    isSaved = false
    return Turn(messages, .keep)
  }

  /// What was understood, said back so that a slip is seen.
  private func understood(_ answer: Reading.Answer, _ question: Question) -> [Turn.Message] {
    guard !answer.value.isEmpty else { return [] }
    switch question.kind {
    case .picks: return []
    case .earnings(let frame):
      guard let year = Int(answer.id.suffix(4)), let currency = frame.currency(of: year) else {
        return []
      }
      guard let amount = ExactDecimal(answer.value) else {
        return [.init(.understood, "\(String(year)): \(Question.average)")]
      }
      return [.init(.understood, "\(String(year)): \(amount, currency)")]
    default:
      return answer.id == question.id ? [.init(.understood, question.said(answer.value))] : []
    }
  }
}
