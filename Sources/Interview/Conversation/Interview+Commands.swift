import Coordination
import Formula
import Quantities

extension Interview {
  /// What can be said at any question, for the beginning and for `?`.
  public static let commands: [Phrase] = [
    "At any question ? explains it and < goes back.",
    "list shows what was entered, change 2 changes entry 2 of the list, delete 5 takes period 5 of the list away.",
    "save keeps the answers in a file, quit ends.",
  ]

  /// What may be said at any question; nil where a line is none of it.
  mutating func command(_ text: String) throws -> Turn? {
    if text == "?" || text == "؟" { return try help() }
    if text == "<" { return try back() }
    if case .naming = stage { return nil }
    if reader.means(text, "help") { return try help() }
    if reader.means(text, "back") { return try back() }
    if reader.means(text, "list") { return Turn(try list()) }
    if reader.means(text, "save") { return save() }
    if reader.means(text, "quit") { return Turn([], .leave) }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let number = Int(folded(words[1])) else { return nil }
    if reader.means(words[0], "change") { return try change(number) }
    return reader.means(words[0], "delete") ? try delete(number) : nil
  }

  private func help() throws -> Turn {
    var lines: [Phrase] = []
    if let question = try question(), stage == .asking {
      lines += question.help
      lines += question.rareChoices.map { "\($0.code ?? $0.value): \($0.label)" }
    }
    return Turn((lines + Self.commands).map { .init(.help, $0) })
  }

  private mutating func save() -> Turn {
    if let keptIn {
      return Turn([.init(.understood, "The answers are kept in \(keptIn).")], .keep)
    }
    stage = stage == .closing ? .naming(.finishedCase) : .naming(.answers)
    return Turn()
  }

  // MARK: Going back

  private mutating func back() throws -> Turn {
    if !offered.isEmpty {
      offered = []
      return Turn()
    }
    guard stage == .asking else {
      stage = before(stage)
      return Turn()
    }
    let ids = try script.progress(of: draft).answered.map(\.id)
    let place = again.flatMap(ids.firstIndex) ?? ids.count
    guard place > 0 else { return .fault("This is the first question.") }
    again = ids[place - 1]
    return Turn()
  }

  /// Where a menu or the name of a file was asked for from.
  private func before(_ stage: Stage) -> Stage {
    switch stage {
    case .naming(.finishedCase), .naming(.report): .closing
    case .replacing(let use, _): .naming(use)
    default: .asking
    }
  }

  // MARK: Changing

  /// Asks an entry of the list again, or which part of a period is meant.
  mutating func change(_ number: Int) throws -> Turn {
    let entries = try entries()
    guard entries.indices.contains(number - 1) else {
      return .fault("The list has \(entries.count) entries.")
    }
    offered = []
    again = nil
    switch entries[number - 1].subject {
    case .question(let id):
      stage = .asking
      again = id
    case .period(let period): stage = .parts(period)
    }
    return Turn()
  }

  /// Takes a period away.
  mutating func delete(_ number: Int) throws -> Turn {
    let entries = try entries()
    guard entries.indices.contains(number - 1),
      case .period(let period) = entries[number - 1].subject
    else { return .fault("Only periods can be taken away; list shows their numbers.") }
    draft.remove(below: "periods.\(period).")
    offered = []
    again = nil
    stage = .asking
    isSaved = false
    return Turn([.init(.understood, "Taken away: \(entries[number - 1].text)")], .keep)
  }

  /// The questions about a period that have an answer.
  private func parts(of period: Int) throws -> [Question] {
    try script.progress(of: draft).answered.filter { $0.id.hasPrefix("periods.\(period).") }
  }

  mutating func changePart(_ text: String, of period: Int) throws -> Turn {
    let parts = try parts(of: period)
    if text.isEmpty {
      stage = .asking
      return Turn()
    }
    guard let number = Int(folded(text)), parts.indices.contains(number - 1) else {
      return .fault("Choose by number, 1 to \(parts.count).")
    }
    stage = .asking
    again = parts[number - 1].id
    return Turn()
  }

  /// The menu that stands instead of a question.
  func menu() throws -> Prompt? {
    switch stage {
    case .asking: return nil
    case .parts(let period):
      let parts = try parts(of: period)
      return Prompt(
        "What is to be changed?", under: parts.last?.heading ?? "",
        choices: parts.map { "\($0.text): \($0.said(draft[$0.id] ?? ""))" },
        hints: ["Enter: nothing"])
    case .closing: return closing
    case .naming(let use): return naming(use)
    case .replacing(_, let path):
      return Prompt("\(path) is there already. Replace it?", choices: ["yes", "no"])
    }
  }
}
