import Coordination
import Formula
import Quantities

/// Which questions there are, in their order, given what was answered so far.
///
/// A pure function of the answers: going back, editing and resuming need no other memory.
struct Script {
  let law: any LawLibrary
  let today: Day

  /// The questions that have an answer, and the first that has none.
  struct Progress {
    var answered: [Question] = []
    /// Nil where everything was answered.
    var next: Question?
  }

  /// - Throws: what the library throws when a rule file cannot be read.
  func progress(of draft: Draft) throws -> Progress {
    var walk = Walk(draft)
    try ask(&walk)
    return walk.progress
  }

  private func ask(_ walk: inout Walk) throws {
    guard let born = askPerson(&walk) else { return }
    guard try askPeriods(born, &walk) else { return }
    guard try askFacts(born, &walk) else { return }
    _ = walk.ask(claim(born))
  }

  /// Goes through the questions up to the first that has no answer.
  struct Walk {
    let draft: Draft
    var progress = Progress()

    init(_ draft: Draft) { self.draft = draft }

    /// The answer to a question; nil where it must be asked now.
    mutating func ask(_ question: Question) -> String? {
      guard let stored = draft[question.id], question.holds(stored) else {
        progress.next = question
        return nil
      }
      progress.answered.append(question)
      return stored
    }
  }

  // MARK: The person

  private func askPerson(_ walk: inout Walk) -> Day? {
    guard let born = walk.ask(birth).flatMap({ Day($0) }), walk.ask(sex) != nil,
      walk.ask(residence) != nil, walk.ask(citizenships) != nil
    else { return nil }
    return born
  }

  private static let person: Phrase = "The person"

  private var birth: Question {
    let first = Day(year: 1880, month: 1, day: 1) ?? .earliest
    return Question(
      "person.born",
      .day(
        DayBounds(
          first...max(first, today), early: "Nobody born before 1880 asks for a pension now.",
          late: "That day lies in the future.")),
      under: Self.person, "Date of birth", examples: Self.dates(1960, 5, 14),
      help: [
        "Day, month and year. Where day and month could be exchanged you are asked which is meant."
      ])
  }

  private var sex: Question {
    Question(
      "person.sex", .choice([Choice("female", "female"), Choice("male", "male")]),
      under: Self.person, "Sex", blank: .init("", "leave open"),
      help: ["Some laws have another pensionable age for women and men."])
  }

  private var residence: Question {
    Question(
      "person.lives_in", .country, under: Self.person, "Country of residence now",
      examples: Self.examples("CA"), blank: .init("", "leave open"),
      help: [
        "It decides whether a pension is paid in full abroad, and which States add a minimum.",
        Self.aboutNames,
      ])
  }

  private var citizenships: Question {
    Question(
      "person.citizen_of", .countries, under: Self.person, "Citizenships",
      examples: ["\([Self.example("KR"), Self.example("US")])"], blank: .init("", "leave open"),
      help: [
        "Some agreements cover citizens of certain countries only. Several countries are separated by commas.",
        Self.aboutNames,
      ])
  }

  private func claim(_ born: Day) -> Question {
    let latest = (try? born.adding(years: 130)) ?? .latest
    return Question(
      "claim.from",
      .day(
        DayBounds(
          born...latest, .first, early: "That is before the birth on \(born).",
          late: "That is more than 130 years after the birth.")),
      under: "The claim", "From which day is the pension wanted?",
      examples: Self.dates(2026, 12, 1), blank: .init("", "as early as each country allows"),
      help: [
        "The first day of the pensions. A later start is worth more in some countries, an earlier one less in others."
      ])
  }

  // MARK: Shared texts

  static let aboutNames: Phrase =
    "A country may be named in any language of the program, or by its code of ISO 3166."

  /// A country by its name and by its code.
  static func examples(_ code: String) -> [Phrase] { [example(code), "\(code)"] }

  static func example(_ code: String) -> Phrase {
    Country(code).map { Phrase(template: $0.name) } ?? "\(code)"
  }

  /// A day as it may be written.
  static func dates(_ year: Int, _ month: Int, _ day: Int) -> [Phrase] {
    guard let date = Day(year: year, month: month, day: day) else { return [] }
    let dotted = "\(day).\(month).\(year)"
    return ["\(dotted)", "\(date)"]
  }
}
