import Coordination
import Formula

extension Interview {
  // MARK: Before the answer

  /// What is asked when nothing is open any more.
  func review() throws -> Prompt {
    Prompt(
      "Compute the answer, or change something?", under: "Everything is answered",
      notes: try list().map(\.text),
      hints: [
        "Enter: compute", "2: change entry 2", "delete 5: take period 5 away",
        "add: another period",
      ])
  }

  mutating func reviewed(_ text: String) throws -> Turn {
    if text.isEmpty || reader.means(text, "compute", "yes") { return Turn([], .answer) }
    if reader.means(text, "add") {
      draft[Script.more] = nil
      isSaved = false
      return Turn([], .keep)
    }
    if let number = Int(folded(text)) { return try change(number) }
    return .fault("Press Enter to compute, or write a number of the list or add.")
  }

  // MARK: After the answer

  /// Whether the answer was shown and nothing changed since.
  public var isFinished: Bool {
    switch stage {
    case .closing, .naming(.finishedCase), .naming(.report): true
    case .replacing(let use, _): use != .answers
    default: false
    }
  }

  /// To be called when the answer was shown.
  public mutating func wasAnswered() { stage = .closing }

  /// To be called when a file was written.
  public mutating func wasWritten(_ use: FileUse) {
    if use == .finishedCase { isSaved = true }
  }

  /// To be called when a file could not be written: its name is asked for again.
  public mutating func wasNotWritten(_ use: FileUse) { stage = .naming(use) }

  private static let closingValues = ["case", "report", "change", "end"]

  var closing: Prompt {
    Prompt(
      "What next?",
      choices: [
        "save the case in a file", "write the report, a page to print", "change something",
        isSaved ? "end" : "end; the case is not saved in a file",
      ])
  }

  mutating func close(_ text: String) -> Turn {
    let labels = closing.choices
    let choices = Self.closingValues.indices.map { Choice(Self.closingValues[$0], labels[$0]) }
    switch reader.chosen(text, among: choices)?.value {
    case "case": stage = .naming(.finishedCase)
    case "report": stage = .naming(.report)
    case "change": stage = .asking
    case "end": return Turn([], .end)
    default: return .fault("Choose by number, 1 to \(choices.count).")
    }
    return Turn()
  }

  // MARK: Files

  func naming(_ use: FileUse) -> Prompt {
    switch use {
    case .answers:
      Prompt("File for the answers so far", hints: ["for example interview.json", "Enter: none"])
    case .finishedCase:
      Prompt("File for the case", hints: ["for example case.json", "Enter: none"])
    case .report:
      Prompt("File for the report", hints: ["for example report.html", "Enter: none"])
    }
  }

  mutating func name(_ text: String, _ use: FileUse) -> Turn {
    let back: Stage = use == .answers ? .asking : .closing
    guard !text.isEmpty else {
      stage = back
      return Turn()
    }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      return .fault("That is no name of a file.")
    }
    if fileExists(text) {
      stage = .replacing(use, text)
      return Turn()
    }
    stage = back
    return Turn([], .write(use, text))
  }

  mutating func replace(_ text: String, _ use: FileUse, _ path: String) -> Turn {
    if text == "1" || reader.answers(text, "yes") {
      stage = use == .answers ? .asking : .closing
      return Turn([], .write(use, path))
    }
    guard text == "2" || text.isEmpty || reader.answers(text, "no") else {
      return .fault("Choose by number, 1 to \(String(2)).")
    }
    stage = .naming(use)
    return Turn()
  }
}
