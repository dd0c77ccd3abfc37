import Quantities

/// Reads a change as a person writes it: `work DE until 2028-06`, `claim US 2029-01`.
///
///     work COUNTRY [from DATE] until DATE [earning AMOUNT [CURRENCY] a month|year]
///     live COUNTRY [from DATE] until DATE
///     claim [COUNTRY|SCHEME] DATE
///     move COUNTRY
///
/// A date is a day, or a month: its first day for a beginning, its last for an end.
public struct ChangeReader {
  private var words: [Substring]
  private let text: String

  private init(_ text: String) {
    self.text = text
    words = text.split { $0 == " " || $0 == "," }
  }

  /// - Throws: `ChangeError` that says which word was not understood and what would be.
  public static func read(_ text: String) throws(ChangeError) -> Change {
    var reader = ChangeReader(text)
    let change = try reader.change()
    if let rest = reader.words.first {
      throw ChangeError(
        "change.rest", "\"\(rest)\" was not expected at the end of \"\(text)\"",
        hint: "for two changes give --what-if twice")
    }
    return change
  }

  private mutating func change() throws(ChangeError) -> Change {
    let verb = try word("a verb").lowercased()
    switch verb {
    case "work":
      let country = try country()
      let from = skip("from") ? try date(isEnd: false) : nil
      let until = try end()
      let wage = try wage()
      try check(from, until)
      return .work(country, from: from, until: until, wage: wage)
    case "live":
      let country = try country()
      let from = skip("from") ? try date(isEnd: false) : nil
      let until = try end()
      try check(from, until)
      return .live(country, from: from, until: until)
    case "claim":
      if words.first.map({ Self.day($0, isEnd: false) == nil && $0 != "from" }) ?? true {
        let party = try party()
        _ = skip("from")
        return .claim(party, from: try date(isEnd: false))
      }
      _ = skip("from")
      return .claim(nil, from: try date(isEnd: false))
    case "move":
      _ = skip("to")
      return .move(try country())
    default:
      throw ChangeError(
        "change.unknown-verb", "\"\(verb)\" is no change",
        hint:
          "write work COUNTRY until DATE, live COUNTRY until DATE, claim [COUNTRY] DATE or move COUNTRY"
      )
    }
  }

  private func check(_ from: Day?, _ until: Day) throws(ChangeError) {
    if let from, until < from {
      throw ChangeError("change.backwards", "\(until) lies before \(from)")
    }
  }

  // MARK: Words

  private mutating func word(_ what: String) throws(ChangeError) -> Substring {
    guard let word = words.first else {
      throw ChangeError(
        "change.too-short", "\"\(text)\" ends where \(what) should follow",
        hint: "such as \"work DE until 2028-06\"")
    }
    words.removeFirst()
    return word
  }

  private mutating func skip(_ word: String) -> Bool {
    guard words.first?.lowercased() == word else { return false }
    words.removeFirst()
    return true
  }

  /// A country by code, or by a name of one to four words.
  private mutating func country() throws(ChangeError) -> Country {
    let first = try word("a country")
    if let country = Country(first) { return country }
    for length in (1...4).reversed() where words.count >= length - 1 {
      let name = ([first] + words.prefix(length - 1)).joined(separator: " ")
      if let country = Country(named: name), !country.isHistoric {
        words.removeFirst(length - 1)
        return country
      }
    }
    let hint = Country.suggestion(for: String(first)).map { "did you mean \($0.code), \($0.name)?" }
    throw ChangeError(
      "change.unknown-country", "\"\(first)\" is no country", hint: hint ?? "write its code")
  }

  private mutating func party() throws(ChangeError) -> Change.Party {
    if let first = words.first, first.contains(".") {
      words.removeFirst()
      return .scheme(String(first))
    }
    return .country(try country())
  }

  private mutating func end() throws(ChangeError) -> Day {
    guard skip("until") || skip("to") else {
      throw ChangeError(
        "change.no-end", "\"\(text)\" does not say until when", hint: "add \"until 2028-06\"")
    }
    return try date(isEnd: true)
  }

  private mutating func date(isEnd: Bool) throws(ChangeError) -> Day {
    let word = try word("a date")
    guard let day = Self.day(word, isEnd: isEnd) else {
      throw ChangeError(
        "change.bad-date", "\"\(word)\" is no date", hint: "write 2028-06 or 2028-06-30")
    }
    return day
  }

  private static func day(_ text: Substring, isEnd: Bool) -> Day? {
    Day(text) ?? Month(text).map { isEnd ? $0.last : $0.first }
  }

  private mutating func wage() throws(ChangeError) -> Change.Wage? {
    guard skip("earning") else { return nil }
    let word = try word("an amount")
    guard let amount = ExactDecimal(word), amount.signum >= 0 else {
      throw ChangeError("change.bad-amount", "\"\(word)\" is no amount", hint: "write 2600")
    }
    var currency: Currency?
    if let next = words.first, let found = Currency(next) {
      currency = found
      words.removeFirst()
    }
    guard skip("a") || skip("per") || skip("each"), let unit = words.first,
      let per = PeriodUnit(rawValue: unit.lowercased()), per == .month || per == .year
    else {
      throw ChangeError(
        "change.no-per", "\"\(text)\" does not say how often that is earned",
        hint: "add \"a month\" or \"a year\"")
    }
    words.removeFirst()
    return Change.Wage(amount, currency, per: per)
  }
}
