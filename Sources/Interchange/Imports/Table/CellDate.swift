import Coordination
import Formula
import Quantities

/// A date as people write it.
enum CellDate: Hashable {
  case day(Day)
  /// Only the month was written, or only the year.
  case month(Month)
  case year(Int)
  /// The period goes on.
  case ongoing
  /// Day and month could be exchanged: read with the day first, and with the month first.
  case ambiguous(dayFirst: Day, monthFirst: Day)
  case fault(Fault)

  enum Fault: Hashable {
    case unreadable, noSuchDay, twoDigitYear, serialNumber
    /// A word names different months in different languages.
    case ambiguousMonth(String)
  }

  /// Reads a date.
  ///
  /// - Parameter order: how three numbers with slashes or dashes are read; nil if nothing says it.
  init(
    _ cell: String, order: ImportSettings.DateOrder?, _ vocabulary: TableVocabulary,
    preferring code: String?
  ) {
    let text = CellDigits.latin(cell)
    if vocabulary.isOngoing(FoldedWord(text)) {
      self = .ongoing
      return
    }
    // A time of midnight that spreadsheets add is no part of the day.
    let day = text.split(separator: " ", maxSplits: 1)
    let isTimed = day.count == 2 && day[1].hasPrefix("00:00")
    let plain =
      isTimed ? String(day[0]) : text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
    self =
      Self.numbers(plain, order)
      ?? Self.words(plain, vocabulary, code) ?? .fault(.unreadable)
  }

  // MARK: Numbers

  private static func numbers(_ text: String, _ order: ImportSettings.DateOrder?) -> CellDate? {
    guard let mark = text.first(where: { "-/.".contains($0) }) else { return single(text) }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    let filled = parts.last == "" ? Array(parts.dropLast()) : parts
    let numbers = filled.compactMap { CellDigits.number($0, most: 4) }
    guard numbers.count == filled.count else { return nil }
    let lengths = filled.map(\.utf8.count)
    switch lengths.count {
    case 2:
      if lengths[0] == 4, lengths[1] <= 2 { return month(numbers[0], numbers[1]) }
      if lengths[1] == 4, lengths[0] <= 2 { return month(numbers[1], numbers[0]) }
      return .fault(.unreadable)
    case 3:
      guard lengths[1] <= 2 else { return .fault(.unreadable) }
      if lengths[0] == 4, lengths[2] <= 2 { return day(numbers[0], numbers[1], numbers[2]) }
      guard lengths[0] <= 2 else { return .fault(.unreadable) }
      guard lengths[2] == 4 else {
        return .fault(lengths[2] == 2 ? .twoDigitYear : .unreadable)
      }
      // With points the day stands first wherever they are used.
      return mark == "."
        ? day(numbers[2], numbers[1], numbers[0])
        : short(numbers[0], numbers[1], year: numbers[2], order)
    default: return .fault(.unreadable)
    }
  }

  /// A number alone: a year, or a day as YYYYMMDD.
  private static func single(_ text: String) -> CellDate? {
    guard let number = CellDigits.number(text, most: 8) else { return nil }
    switch text.utf8.count {
    case 4: return (1800...2200).contains(number) ? .year(number) : .fault(.noSuchDay)
    case 8: return day(number / 10_000, number / 100 % 100, number % 100)
    case 5: return .fault(.serialNumber)
    default: return .fault(.unreadable)
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CellDate {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .fault(.noSuchDay)
  }

  private static func month(_ year: Int, _ month: Int) -> CellDate {
    Month(year: year, month: month).map { .month($0) } ?? .fault(.noSuchDay)
  }

  private static func short(
    _ first: Int, _ second: Int, year: Int, _ order: ImportSettings.DateOrder?
  ) -> CellDate {
    switch order {
    case .dayFirst: return day(year, second, first)
    case .monthFirst: return day(year, first, second)
    case nil: break
    }
    let dayFirst = Day(year: year, month: second, day: first)
    let monthFirst = Day(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let one?, let other?):
      return one == other ? .day(one) : .ambiguous(dayFirst: one, monthFirst: other)
    case (let one?, nil), (nil, let one?): return .day(one)
    case (nil, nil): return .fault(.noSuchDay)
    }
  }

  /// Which order a date of three numbers can only have; nil where it has both, or none.
  static func order(of cell: String) -> ImportSettings.DateOrder? {
    let parts = CellDigits.latin(cell).split { "-/".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4,
      let first = CellDigits.number(parts[0], most: 2),
      let second = CellDigits.number(parts[1], most: 2)
    else { return nil }
    if (13...31).contains(first), second <= 12 { return .dayFirst }
    if (13...31).contains(second), first <= 12 { return .monthFirst }
    return nil
  }

  // MARK: Words

  /// Words that stand between the parts of a date.
  private static let fillers: Set<String> = ["de", "del", "do", "da", "of", "the", "den", "di"]

  private static func words(
    _ text: String, _ vocabulary: TableVocabulary, _ code: String?
  ) -> CellDate? {
    var year: Int?
    var dayOfMonth: Int?
    var name: [String] = []
    for token in FoldedWord(text).text.split(separator: " ") {
      let digits = token.prefix { $0.isASCII && $0.isNumber }
      let rest = token.dropFirst(digits.count)
      if digits.isEmpty {
        if !fillers.contains(String(token)) { name.append(String(token)) }
      } else if digits.count == 4, rest.isEmpty, year == nil {
        year = Int(digits)
      } else if digits.count <= 2, dayOfMonth == nil, rest.count <= 2 {
        // "1st", "2nd", "1er".
        dayOfMonth = Int(digits)
      } else {
        return nil
      }
    }
    guard let year, !name.isEmpty else { return nil }
    let word = name.joined(separator: " ")
    switch vocabulary.months.find(FoldedWord(word), preferring: code) {
    case .none: return nil
    case .several: return .fault(.ambiguousMonth(word))
    case .one(let number):
      guard let dayOfMonth else { return month(year, number) }
      return day(year, number, dayOfMonth)
    }
  }

  // MARK: As ends of a period

  /// The first day it can mean; nil for faults and what is ambiguous.
  func first(today: Day) -> Day? {
    switch self {
    case .day(let day): day
    case .month(let month): month.first
    case .year(let year): Day(year: year, month: 1, day: 1)
    default: nil
    }
  }

  /// The last day it can mean.
  func last(today: Day) -> Day? {
    switch self {
    case .day(let day): day
    case .month(let month): month.contains(today) ? today : month.last
    case .year(let year): year == today.year ? today : Day(year: year, month: 12, day: 31)
    case .ongoing: today
    default: nil
    }
  }

  /// Whether only the month or the year was written.
  var isRough: Bool {
    switch self {
    case .month, .year: true
    default: false
    }
  }
}

extension Month {
  fileprivate func contains(_ day: Day) -> Bool { day.calendarMonth == self }
}
