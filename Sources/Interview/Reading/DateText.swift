import Coordination
import Quantities

/// A date as people write it: `14.5.1960`, `14/05/1960`, `1960-05-14`, `14 May 1960`, `mayo 1960`.
enum DateText: Equatable {
  case day(Day)
  /// A month without a day.
  case month(Month)
  case year(Int)
  /// Day and month, or the century, may be read in more than one way.
  case either([Day])
  /// It is written as a date, and no calendar has it.
  case impossible
  case unreadable

  /// Reads dates with the names of months in some languages.
  struct Reader {
    /// Names of months, folded, with the months they name.
    private let names: [(name: String, month: Int)]
    private let today: Day

    init(_ languages: [Language], words: [CareerWords], today: Day) {
      var names = Self.english.enumerated().map { (name: $1, month: $0 + 1) }
      for language in languages {
        for (index, name) in language.forms.months.enumerated() {
          names.append((folded(name), index + 1))
        }
      }
      for word in words {
        for (index, known) in word.months.enumerated() {
          names += known.map { (folded($0), index + 1) }
        }
      }
      self.names = names
      self.today = today
    }

    private static let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    /// Words that may stand between the parts of a date.
    private static let fillers: Set<String> = [
      "de", "del", "do", "da", "of", "the", "le", "el", "o", "st", "nd", "rd", "th", "er", "ere",
      "في", "من",
    ]

    func read(_ text: String) -> DateText {
      var numbers: [(text: String, value: Int)] = []
      var months: [Int] = []
      var marks: Set<Character> = []
      for part in Self.parts(of: simplified(text)) {
        if let value = Int(part), part.allSatisfy(\.isNumber) {
          guard part.count <= 8 else { return .unreadable }
          numbers.append((part, value))
        } else if part.first?.isLetter ?? false {
          let word = folded(part)
          if let month = month(word) {
            months.append(month)
          } else if !Self.fillers.contains(word), !word.isEmpty {
            return .unreadable
          }
        } else if let mark = part.first(where: { !$0.isWhitespace }) {
          guard "./-،,ºª°".contains(mark) else { return .unreadable }
          if "./-".contains(mark) { marks.insert(mark) }
        }
      }
      switch (months.count, numbers.count) {
      case (1, 2): return named(months[0], numbers)
      case (1, 1):
        return numbers[0].text.count == 4 ? month(numbers[0].value, months[0]) : .unreadable
      case (0, 3): return numbered(numbers, isDotted: marks == ["."])
      case (0, 2): return monthOnly(numbers)
      case (0, 1): return single(numbers[0])
      default: return .unreadable
      }
    }

    /// Runs of digits, of letters, and of what stands between them.
    private static func parts(of text: String) -> [String] {
      var parts: [String] = []
      var last = -1
      for character in text {
        let kind = character.isNumber ? 0 : character.isLetter ? 1 : 2
        if kind == last, !parts.isEmpty {
          parts[parts.count - 1].append(character)
        } else {
          parts.append(String(character))
        }
        last = kind
      }
      return parts
    }

    /// The month of a name or of its beginning; nil where it may be several.
    private func month(_ word: String) -> Int? {
      let exact = Set(names.filter { $0.name == word }.map(\.month))
      if exact.count == 1 { return exact.first }
      guard word.count >= 3, exact.isEmpty else { return nil }
      let found = Set(names.filter { $0.name.hasPrefix(word) }.map(\.month))
      return found.count == 1 ? found.first : nil
    }

    private func month(_ year: Int, _ month: Int) -> DateText {
      Month(year: year, month: month).map { .month($0) } ?? .impossible
    }

    // MARK: Parts put together

    private func named(_ month: Int, _ numbers: [(text: String, value: Int)]) -> DateText {
      let year = numbers.firstIndex { $0.text.count == 4 } ?? numbers.firstIndex { $0.value > 31 }
      let place = year ?? 1
      let day = numbers[1 - place].value
      return choose(years(numbers[place]).map { Day(year: $0, month: month, day: day) })
    }

    private func numbered(
      _ numbers: [(text: String, value: Int)], isDotted: Bool
    ) -> DateText {
      if numbers[0].text.count == 4 {
        return choose([
          Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
        ])
      }
      let (first, second) = (numbers[0].value, numbers[1].value)
      let years = years(numbers[2])
      guard !years.isEmpty else { return .unreadable }
      let dayFirst = years.map { Day(year: $0, month: second, day: first) }
      // Dots are written where the day comes first.
      if isDotted, dayFirst.contains(where: { $0 != nil }) { return choose(dayFirst) }
      return choose(dayFirst + years.map { Day(year: $0, month: first, day: second) })
    }

    private func monthOnly(_ numbers: [(text: String, value: Int)]) -> DateText {
      guard let year = numbers.firstIndex(where: { $0.text.count == 4 }),
        numbers[1 - year].text.count <= 2
      else { return .unreadable }
      return month(numbers[year].value, numbers[1 - year].value)
    }

    private func single(_ number: (text: String, value: Int)) -> DateText {
      switch number.text.count {
      case 4: .year(number.value)
      case 8:
        choose([
          Day(
            year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
        ])
      default: .unreadable
      }
    }

    /// The years that two or four digits may mean.
    private func years(_ number: (text: String, value: Int)) -> [Int] {
      guard number.text.count <= 2 else { return number.text.count == 4 ? [number.value] : [] }
      return [1900 + number.value, 2000 + number.value]
    }

    private func choose(_ days: [Day?]) -> DateText {
      var distinct: [Day] = []
      for case let day? in days where !distinct.contains(day) { distinct.append(day) }
      guard let first = distinct.first else { return .impossible }
      return distinct.count == 1 ? .day(first) : .either(distinct)
    }
  }
}
