import Coordination
import Formula
import Quantities

/// Reads what a person writes in answer to a question, in any of some languages.
struct AnswerReader {
  /// The language of the conversation.
  let language: Language
  let atlas: Atlas
  let dates: DateText.Reader
  let units: UnitWords
  let currencies: CurrencyWords
  let words: [CareerWords]
  let today: Day

  /// - Parameters:
  ///   - languages: whose names of months and units are understood.
  ///   - words: further words that people write.
  init(
    _ language: Language, _ languages: [Language], words: [CareerWords], atlas: Atlas, today: Day
  ) {
    self.language = language
    self.atlas = atlas
    self.today = today
    self.words = words
    dates = DateText.Reader(languages, words: words, today: today)
    units = UnitWords(languages, words: words)
    currencies = CurrencyWords(words)
  }

  /// Reads a line that is not empty.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  func read(_ line: String, for question: Question) throws -> Reading {
    let id = question.id
    switch question.kind {
    case .day(let bounds): return reading(id, day(line, bounds))
    case .days(let bounds): return days(line, bounds, id)
    case .country: return try country(line, question)
    case .countries: return try countries(line, id)
    case .choice: return choice(line, question)
    case .picks: return picks(line, question)
    case .earnings(let frame): return earnings(line, frame, id)
    case .wage(let currencies): return wage(line, currencies, id)
    case .sum(let span): return sum(line, span, id)
    case .number(let range, let isMoney): return number(line, range, isMoney: isMoney, id)
    case .byYear(let years): return byYear(line, years, id)
    case .file: return .answers([.init(id, line)])
    }
  }

  /// Whether a text is one of the words, in English or in the language of the conversation.
  func means(_ text: String, _ words: Phrase...) -> Bool {
    let key = folded(text)
    return words.contains { folded($0.english) == key || folded(language.say($0)) == key }
  }

  /// Whether a text is the word or its first letter.
  func answers(_ text: String, _ word: Phrase) -> Bool {
    let key = folded(text)
    return means(text, word)
      || [word.english, language.say(word)].contains { folded($0).prefix(1) == key }
  }

  // MARK: Days

  /// A day, or what is said or asked instead.
  enum DayReading {
    case day(Day)
    case unclear(Phrase, [Day])
    case refused(Phrase)
  }

  func day(_ line: String, _ bounds: DayBounds) -> DayReading {
    if means(line, "today") || bounds.edge == .last && isOngoing(line) {
      return within(today, bounds)
    }
    switch dates.read(line) {
    case .day(let day): return within(day, bounds)
    case .month(let month):
      switch bounds.edge {
      case .first: return within(month.first, bounds)
      // A month that is not over yet ends today.
      case .last:
        return within(
          month.contains(today) ? min(month.last, bounds.days.upperBound) : month.last, bounds)
      case nil: return .refused("The day is needed too, as in \(example).")
      }
    case .year(let year):
      guard let span = Span(year: year) else { return .refused("No calendar has that day.") }
      switch bounds.edge {
      case .first: return offered(span.first, bounds)
      case .last: return offered(min(span.last, max(span.first, bounds.days.upperBound)), bounds)
      case nil: return .refused("Day and month are needed too, as in \(example).")
      }
    case .either(let days):
      let possible = days.filter(bounds.days.contains)
      if possible.count == 1, days.allSatisfy({ $0.year % 100 == days[0].year % 100 }),
        Set(days.map(\.month)).count == 1
      {
        return .day(possible[0])
      }
      if possible.isEmpty { return within(days[0], bounds) }
      return .unclear("Which day is meant?", possible)
    case .impossible: return .refused("No calendar has that day.")
    case .unreadable:
      return .refused("That is not understood as a date. Write it as in \(example).")
    }
  }

  /// Whether a text stands for a period that goes on.
  private func isOngoing(_ text: String) -> Bool {
    let key = folded(text)
    return words.contains { $0.ongoing.contains { folded($0) == key } }
  }

  private var example: Phrase { "14.5.1960, 14/5/1960, 1960-05-14" }

  private func within(_ day: Day, _ bounds: DayBounds) -> DayReading {
    if day < bounds.days.lowerBound { return .refused(bounds.early) }
    return day > bounds.days.upperBound ? .refused(bounds.late) : .day(day)
  }

  private func offered(_ day: Day, _ bounds: DayBounds) -> DayReading {
    guard case .day = within(day, bounds) else { return within(day, bounds) }
    return .unclear("Is this day meant?", [day])
  }

  private func reading(_ id: String, _ day: DayReading) -> Reading {
    switch day {
    case .day(let day): .answers([.init(id, day.description)])
    case .unclear(let text, let days):
      .unclear(text, days.map { Choice($0.description, "\($0)") })
    case .refused(let text): .refused(text)
    }
  }

  private func days(_ line: String, _ bounds: DayBounds, _ id: String) -> Reading {
    var found: [Day] = []
    for part in line.split(whereSeparator: { ";؛\n".contains($0) }).map({ String($0).trimmed })
    where !part.isEmpty {
      switch day(part, bounds) {
      case .day(let day): found.append(day)
      case .unclear:
        return .refused("\(part): day and month could be exchanged. Write the month as a word.")
      case .refused(let text): return .refused("\(part): \(text)")
      }
    }
    return .answers([.init(id, found.map(\.description).joined(separator: ","))])
  }

  // MARK: Countries

  private func country(_ line: String, _ question: Question) throws -> Reading {
    switch try atlas.match(line) {
    case .country(let country): return .answers([.init(question.id, country.code)])
    case .scheme(let country, let id):
      let scheme = question.id.replacing(".country", with: ".scheme", maxReplacements: 1)
      guard scheme != question.id else { return .answers([.init(question.id, country.code)]) }
      return .answers([.init(question.id, country.code), .init(scheme, id)])
    case .perhaps(let near): return unknown(line, near)
    }
  }

  private func unknown(_ line: String, _ near: [Country]) -> Reading {
    guard !near.isEmpty else { return .refused("\(line): no country of that name is known.") }
    return .unclear(
      "\(line): no country of that name is known. Is one of these meant?",
      near.map { Choice($0.code, Phrase(template: $0.name)) })
  }

  private func countries(_ line: String, _ id: String) throws -> Reading {
    if case .country(let country) = try atlas.match(line) {
      return .answers([.init(id, country.code)])
    }
    var found: [String] = []
    let parts = line.split(whereSeparator: { ",;،؛/".contains($0) }).map { String($0).trimmed }
    for part in parts where !part.isEmpty {
      switch try atlas.match(part) {
      case .country(let country), .scheme(let country, _):
        if !found.contains(country.code) { found.append(country.code) }
      case .perhaps(let near):
        if parts.count == 1 { return unknown(part, near) }
        guard let nearest = near.first else { return unknown(part, near) }
        return .refused(
          "\(part): no country of that name is known. Is \(Phrase(template: nearest.name)) meant?")
      }
    }
    guard !found.isEmpty else { return unknown(line, []) }
    return .answers([.init(id, found.joined(separator: ","))])
  }

  // MARK: Choices

  private func choice(_ line: String, _ question: Question) -> Reading {
    if let choice = chosen(line, question) { return .answers([.init(question.id, choice.value)]) }
    return .refused("Choose by number, 1 to \(question.choices.count), or by name.")
  }

  /// The choice a number, a code, a name or the beginning of one names.
  func chosen(_ line: String, _ question: Question) -> Choice? {
    chosen(line, among: question.choices)
      ?? chosen(line, among: question.allChoices, byNumber: false)
      ?? kind(line, among: question.allChoices)
  }

  /// The kind of period that people call so, where kinds are asked for.
  private func kind(_ line: String, among choices: [Choice]) -> Choice? {
    let key = folded(line)
    for known in words {
      for (type, names) in known.types where names.contains(where: { folded($0) == key }) {
        if let choice = choices.first(where: { $0.value == type.name }) { return choice }
      }
    }
    return nil
  }

  func chosen(_ line: String, among choices: [Choice], byNumber: Bool = true) -> Choice? {
    let key = folded(line)
    if byNumber, let number = Int(key) {
      return choices.indices.contains(number - 1) ? choices[number - 1] : nil
    }
    guard !key.isEmpty else { return nil }
    func names(_ choice: Choice) -> [String] {
      [choice.value, choice.label.english, language.say(choice.label)].map(folded)
    }
    if let exact = choices.first(where: { $0.code == key || names($0).contains(key) }) {
      return exact
    }
    let found = choices.filter { names($0).contains { $0.hasPrefix(key) } }
    return found.count == 1 ? found.first : nil
  }

  private func picks(_ line: String, _ question: Question) -> Reading {
    var values: [String] = []
    for part in line.split(whereSeparator: { ",;،؛ ".contains($0) }).map({ String($0).trimmed }) {
      let ends = part.split(separator: "-").map { Int(folded(String($0))) }
      let numbers: [Int]
      if ends.count == 2, let first = ends[0], let last = ends[1], first <= last, last < 1000 {
        numbers = Array(first...last)
      } else if let number = Int(folded(part)) {
        numbers = [number]
      } else {
        numbers = [0]
      }
      for number in numbers {
        guard question.choices.indices.contains(number - 1) else {
          return .refused("Choose by number, 1 to \(question.choices.count).")
        }
        let value = question.choices[number - 1].value
        if !values.contains(value) { values.append(value) }
      }
    }
    return .answers([.init(question.id, values.joined(separator: ","))])
  }
}

extension Month {
  fileprivate func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
