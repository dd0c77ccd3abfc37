import Coordination
import Formula
import Quantities

extension Script {
  /// Asks for the periods.
  ///
  /// - Returns: whether all was answered.
  func askPeriods(_ born: Day, _ walk: inout Walk) throws -> Bool {
    let periods = walk.draft.periods
    guard !periods.isEmpty else {
      _ = walk.ask(country(1, under: "Periods of insurance or residence"))
      return false
    }
    for (index, period) in periods.enumerated() {
      guard try ask(period, number: index + 1, born, &walk) else { return false }
    }
    return walk.ask(more) != nil
  }

  private func ask(
    _ period: Int, number: Int, _ born: Day, _ walk: inout Walk
  ) throws -> Bool {
    guard
      let stated = walk.ask(country(period, under: "Period \(number)")).flatMap({ Country($0) })
    else { return false }
    let heading: Phrase = "Period \(number): \(Phrase(template: stated.name))"
    let schemes = try law.schemes(of: stated)
    guard let type = walk.ask(type(period, heading, schemes, stated)).flatMap(PeriodType.init)
    else { return false }
    var covering = schemes
    if schemes.count > 1 {
      guard let id = walk.ask(scheme(period, heading, schemes)) else { return false }
      if id != Self.allSchemes { covering = schemes.filter { $0.id == id } }
    }
    guard let from = walk.ask(first(period, heading, born)).flatMap({ Day($0) }),
      let to = walk.ask(last(period, heading, from)).flatMap({ Day($0) }),
      let span = Span(from: from, to: to),
      let sum = walk.ask(certified(period, heading, span))
    else { return false }
    if Stored.sum(sum)?.unit == .day {
      guard walk.ask(week(period, heading)) != nil else { return false }
    }
    let paying = covering.first { !type.classes.isDisjoint(with: $0.earningsRequired) }
    guard let paying else { return true }
    return askEarnings(period, heading, span, paying, &walk)
  }

  // MARK: Country, kind and scheme

  private func country(_ period: Int, under heading: Phrase) -> Question {
    Question(
      Draft.id(period, "country"), .country, under: heading,
      heading.template == "Period {1}" ? "Country" : "Country of the first period",
      examples: Self.examples("DE"),
      help: [
        "Enter one period after the other: a stretch of time in one country, of one kind, such as employment or residence.",
        Self.aboutNames, "The name of a pension scheme, or its id, is understood too.",
      ])
  }

  private var more: Question {
    Question(
      Self.more, .country, under: "Periods of insurance or residence",
      "Country of the next period", examples: Self.examples("FR"),
      blank: .init("", "no more periods"),
      help: [
        "Name the country of another period, or press Enter if that was the last. Periods may be entered in any order."
      ])
  }

  static let more = "periods.more"
  static let allSchemes = "all"
  /// The kinds of periods that are offered first.
  private static let usual: [PeriodType] = [
    .employed, .selfEmployed, .residence, .voluntary, .childRaising, .unemployment, .sickness,
    .military,
  ]

  private func type(
    _ period: Int, _ heading: Phrase, _ schemes: [Scheme], _ country: Country
  ) -> Question {
    let rest = PeriodType.allCases.filter { !Self.usual.contains($0) }
    return Question(
      Draft.id(period, "type"),
      .choice(
        (Self.usual + rest).map { Choice($0.name, Self.name($0), code: String($0.rawValue)) }),
      under: heading, "Kind of period",
      notes: schemes.isEmpty
        ? [
          "The rule book has no scheme of \(Phrase(template: country.name)): these periods can only count for other countries."
        ] : [],
      blank: .init("employed", Self.name(.employed)),
      help: [
        "Residence counts where a pension is earned by living in the country.",
        "The kinds are those of the European form P5000, whose codes are understood too. The others are:",
      ], shown: Self.usual.count)
  }

  /// What a kind of period is called.
  static func name(_ type: PeriodType) -> Phrase { Phrase(template: type.spelled) }

  private func scheme(_ period: Int, _ heading: Phrase, _ schemes: [Scheme]) -> Question {
    Question(
      Draft.id(period, "scheme"),
      .choice(
        [Choice(Self.allSchemes, "every scheme that counts such a period")]
          + schemes.map { Choice($0.id, "\(Phrase(template: $0.name["en"] ?? $0.id)) (\($0.id))") }),
      under: heading, "Scheme",
      blank: .init(Self.allSchemes, "every scheme that counts such a period"),
      help: ["This country has more than one scheme. Choose one only where a paper says so."])
  }

  // MARK: Days and sums

  private func first(_ period: Int, _ heading: Phrase, _ born: Day) -> Question {
    Question(
      Draft.id(period, "from"),
      .day(
        DayBounds(
          born...max(born, today), .first, early: "That is before the birth on \(born).",
          late: "That day lies in the future.")),
      under: heading, "First day", examples: Self.dates(1989, 2, 15) + ["2/1989"],
      help: ["A month is enough: its first day is taken then."])
  }

  private func last(_ period: Int, _ heading: Phrase, _ from: Day) -> Question {
    Question(
      Draft.id(period, "to"),
      .day(
        DayBounds(
          from...max(from, today), .last, early: "That is before the period begins on \(from).",
          late: "A career ends today at the latest, on \(today).")),
      under: heading, "Last day", examples: Self.dates(2006, 12, 31) + ["12/2006", "today"],
      help: ["A month is enough: its last day is taken then. For what still goes on say today."])
  }

  private func certified(_ period: Int, _ heading: Phrase, _ span: Span) -> Question {
    Question(
      Draft.id(period, "certified"), .sum(span), under: heading,
      "Sum certified by the institution",
      examples: ["\(13 as ExactDecimal) quarters", "\(156 as ExactDecimal) months"],
      blank: .init("", "none"),
      help: [
        "A certified sum on a paper of the institution counts more than the dates. Without one the program counts from the dates."
      ])
  }

  private func week(_ period: Int, _ heading: Phrase) -> Question {
    Question(
      Draft.id(period, "week"), .choice(["5", "6", "7"].map { Choice($0, "\($0)") }),
      under: heading, "Insured days a week behind that sum", blank: .init("", "leave open"),
      help: ["Most papers say whether their days are those of a week of five, six or seven days."])
  }
}
