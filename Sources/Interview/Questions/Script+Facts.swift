import Coordination
import Formula
import Quantities

extension Script {
  /// Asks what the schemes ask for beyond periods.
  ///
  /// - Returns: whether all was answered.
  func askFacts(_ born: Day, _ walk: inout Walk) throws -> Bool {
    for scheme in try schemes(of: walk.draft) where !scheme.facts.isEmpty {
      let heading: Phrase =
        "\(Phrase(template: scheme.country.name)): \(Phrase(called: scheme.name, or: scheme.id))"
      guard let picked = walk.ask(picks(scheme, heading)) else { return false }
      let ids = Stored.words(picked)
      for fact in Self.ordered(scheme.facts) where ids.contains(fact.id) {
        guard walk.ask(question(fact, of: scheme, heading, born)) != nil else { return false }
      }
    }
    return true
  }

  /// The schemes whose facts a case may give, in the order of the periods.
  func schemes(of draft: Draft) throws -> [Scheme] {
    var result: [Scheme] = []
    for period in draft.periods {
      guard let country = draft[Draft.id(period, "country")].flatMap({ Country($0) }) else {
        continue
      }
      let named = draft[Draft.id(period, "scheme")]
      for scheme in try law.schemes(of: country)
      where named == nil || named == Self.allSchemes || named == scheme.id {
        if !result.contains(where: { $0.id == scheme.id }) { result.append(scheme) }
      }
    }
    return result
  }

  /// What the amount needs comes first.
  private static func ordered(_ facts: [Scheme.Fact]) -> [Scheme.Fact] {
    facts.filter { $0.otherwise == nil } + facts.filter { $0.otherwise != nil }
  }

  private func picks(_ scheme: Scheme, _ heading: Phrase) -> Question {
    Question(
      "facts.\(scheme.id)",
      .picks(
        Self.ordered(scheme.facts).map { Choice($0.id, Phrase(template: $0.ask)) }),
      under: heading, "Which of these can be answered?", examples: ["1", "1, 3"],
      blank: .init("", "none"),
      help: [
        "This scheme asks for more than periods. Choose by number what the person knows or has a paper of; each is asked for then.",
        "What is left out is assumed as the law has it for most people, and the answer says so; where nothing can be assumed the answer says what is missing.",
      ])
  }

  private func question(
    _ fact: Scheme.Fact, of scheme: Scheme, _ heading: Phrase, _ born: Day
  ) -> Question {
    var notes: [Phrase] = []
    if let otherwise = fact.otherwise {
      notes.append("If left open: \(Phrase(template: otherwise.says))")
    }
    let unit = Self.unit(of: fact, in: scheme)
    if let unit, unit != .one { notes.append("Unit: \(Phrase(unit: unit.description))") }
    let latest = (try? born.adding(years: 130)) ?? .latest
    let days = DayBounds(
      (Day(year: 1880, month: 1, day: 1) ?? .earliest)...latest,
      early: "That is too long ago.", late: "That is more than 130 years after the birth.")
    let kind: Question.Kind
    let examples: [Phrase]
    switch fact.kind {
    case .yesNo: (kind, examples) = (.choice([Choice("yes", "yes"), Choice("no", "no")]), [])
    case .date: (kind, examples) = (.day(days), Self.dates(1993, 2, 10))
    case .dates: (kind, examples) = (.days(days), ["10.2.1993; 5.6.1995"])
    case .number: (kind, examples) = (.number(nil, isMoney: unit?.currency != nil), [])
    case .choice(let words):
      kind = .choice(
        words.map { word in
          Choice(word, Phrase(template: word.map { $0 == "_" ? " " : String($0) }.joined()))
        })
      examples = []
    case .byYear: (kind, examples) = (.byYear(1880...2135), ["1976=3; 1977=4", "1990-1995=12"])
    }
    return Question(
      "facts.\(scheme.id).\(fact.id)", kind, under: heading, Phrase(template: fact.ask),
      examples: examples, notes: notes, blank: .init("", "leave open"),
      help: ["The law asks for it: \(fact.law)"])
  }

  private static func unit(of fact: Scheme.Fact, in scheme: Scheme) -> Unit? {
    guard scheme.rules.inputs.indices.contains(fact.input) else { return nil }
    switch scheme.rules.inputs[fact.input].type {
    case .number(let unit), .series(let unit): return unit
    default: return nil
    }
  }
}
