import Coordination
import Formula
import Interchange
import Quantities
import RuleBook
import Testing

@testable import Interview

/// An interview with the shipped rule book, led by lines.
struct Talk {
  static let book: RuleBook = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return RuleBook(at: "/" + parts.joined(separator: "/") + "/Rules")
  }()

  /// All languages but English, with the names of countries and the texts of the program.
  static let languages: [Language] = book.languageCodes.compactMap {
    $0 == "en" ? nil : try? book.language($0, of: [])
  }

  static let words = (try? book.careerWords()) ?? []

  static let atlas = Atlas(languages, words: words) { try book.allSchemes() }

  static let today = Day("2026-11-23") ?? .earliest

  var interview: Interview
  /// What was said since the last look.
  var said: [Turn.Message] = []
  var effects: [Turn.Effect] = []

  init(
    _ draft: Draft = Draft(), in code: String = "en", existing files: Set<String> = []
  ) throws {
    let language = try #require(try Self.book.language(code, of: nil))
    interview = Interview(
      draft, law: Self.book, language: language, languages: Self.languages, words: Self.words,
      atlas: Self.atlas,
      today: Self.today, fileExists: { files.contains($0) })
  }

  /// Says lines one after the other.
  mutating func say(_ lines: String...) throws { try say(lines) }

  mutating func say(_ lines: [String]) throws {
    said = []
    for line in lines {
      let turn = try interview.take(line)
      said += turn.messages
      if let effect = turn.effect, effect != .keep { effects.append(effect) }
    }
  }

  /// Leaves open what the schemes ask for beyond periods, however many they are by now.
  mutating func skipFacts() throws {
    while try interview.question()?.id.hasPrefix("facts.") ?? false { try say("") }
  }

  /// Leaves open whatever is still asked, up to where the answer can be computed.
  mutating func finish() throws {
    while try interview.question() != nil { try say("") }
  }

  /// The question that stands, in English.
  func asked() throws -> String { try interview.prompt().text.english }

  var faults: [String] { said.filter { $0.kind == .fault }.map(\.text.english) }
  var understood: [String] { said.filter { $0.kind == .understood }.map(\.text.english) }

  subscript(id: String) -> String? { interview.draft[id] }

  /// The lines for a person born in 1960 who lives in Canada.
  static let person = ["1960-05-14", "female", "Canada", "South Korea"]

  /// A reader of answers in a language.
  static func reader(_ code: String = "en") throws -> AnswerReader {
    let language = try #require(try book.language(code, of: []))
    return AnswerReader(language, languages, words: words, atlas: atlas, today: today)
  }
}
