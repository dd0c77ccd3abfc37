import Formula
import Quantities
import RuleBook
import Testing

@testable import Coordination
@testable import Presentation

/// What the shipped languages say, and how languages write figures.
@Suite("Languages")
struct LanguageTests {
  static let book: RuleBook = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return RuleBook(at: "/" + parts.joined(separator: "/") + "/Rules")
  }()

  static let codes = book.languageCodes.filter { $0 != "en" }

  static func language(_ code: String) throws -> Language {
    try #require(try book.language(code))
  }

  @Test("every text of the program has a translation", arguments: codes)
  func program(code: String) throws {
    let known = try Self.language(code).catalogue
    let texts = try #require(Self.book.texts().subjects.first { $0.name == "program" }).texts
    #expect(texts.count > 200)
    let wanted = texts + ProgramWords.all + Country.all.map(\.name)
    #expect(wanted.filter { known[$0] == nil } == [])
  }

  /// `sojourn rules untranslated CODE` prints what is missing, ready to be filled in.
  @Test("every text of the rule book has a translation", arguments: codes)
  func ruleBook(code: String) throws {
    let common = try #require(try Self.book.language(code, of: [])).catalogue
    var missing: [String] = []
    for subject in Self.book.texts().subjects where subject.name != "program" {
      let lacking = subject.texts.filter { common[$0] == nil }
      guard !lacking.isEmpty else { continue }
      // The files of a scheme are read for cases of its country only.
      let country = subject.name.contains(".") ? Country(subject.name.prefix(2)) : nil
      let known = try #require(try Self.book.language(code, of: country.map { [$0] } ?? []))
      missing += lacking.filter { known.catalogue[$0] == nil }.map { "\(subject.name): \($0)" }
    }
    #expect(missing == [], "sojourn rules untranslated \(code)")
  }

  @Test("a form for each number in Arabic")
  func plurals() {
    let expected: [(ExactDecimal, PluralForm)] = [
      (0, .zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many),
      (100, .other), (102, .other), (103, .few), (111, .many),
    ]
    for (number, form) in expected { #expect(PluralForm(number, in: "ar") == form) }
    #expect(PluralForm(1, in: "es") == .one)
    #expect(PluralForm(0, in: "fr") == .one)
    #expect(PluralForm(0, in: "es") == .other)
  }

  @Test("days and money as Spanish writes them")
  func spanish() throws {
    let spanish = try Self.language("es")
    let day = try #require(Day("2026-12-01"))
    let euro = try #require(Currency("EUR"))
    #expect(spanish.day(day) == "1 de diciembre de 2026")
    #expect(spanish.money(try #require(ExactDecimal("1234.5")), euro) == "1.234,50\u{A0}EUR")
    #expect(spanish.say("\(ExactDecimal(12)) months") == "12 meses")
  }

  @Test("thousands are separated from five digits on, so that a year stays a year")
  func thousands() throws {
    let spanish = try Self.language("es")
    let long = try #require(ExactDecimal("1234567.5"))
    #expect(spanish.say("\(long)") == "1.234.567,5")
    #expect(spanish.say("\(ExactDecimal(2026))") == "2026")
    #expect(spanish.say("\(ExactDecimal(-12345))") == "-12.345")
  }

  @Test("a French colon never begins a line")
  func bound() throws {
    let form: Phrase = "Form \("R"): \("x") (\("y"))."
    #expect(try Self.language("fr").say(form) == "Formulaire R\u{A0}: x (y).")
  }

  @Test("Arabic says one and two months without the number")
  func named() throws {
    let arabic = try Self.language("ar")
    #expect(arabic.say(Phrase(1, .month)) == "شهر واحد")
    #expect(arabic.say(Phrase(2, .month)) == "شهران")
    #expect(arabic.say(Phrase(3, .month)) == "\u{2068}3\u{2069} أشهر")
    #expect(try Self.language("fr").say(Phrase(0, .quarter)) == "0 trimestre")
  }

  @Test("money in a currency, other figures with their unit")
  func readable() throws {
    let number = try #require(ExactDecimal("20260.26154125"))
    #expect(Phrase(readable: number, unit: "TRY/month").english == "TRY 20,260.26 a month")
    #expect(Phrase(readable: 12, unit: "week").english == "12 weeks")
    #expect(Phrase(readable: 12, unit: "").english == "12")
  }

  @Test("a formula is said with the words, figures and days of the language")
  func formulas() throws {
    let day = try #require(Day("1960-05-10"))
    let phrase: Phrase =
      "\(ruleWord: "first_of_next_month")(\(day) + \(65) \(ruleWord: "years")) \(ruleWord: "q")"
    #expect(phrase.english == "first_of_next_month(1960-05-10 + 65 years) q")
    #expect(
      try Self.language("fr").say(phrase) == "premier du mois suivant(10 mai 1960 + 65 ans) q")
  }

  @Test("a text without a translation is said in English, its slots in the language")
  func fallback() throws {
    let number = try #require(ExactDecimal("0.5"))
    #expect(try Self.language("es").say("no such text: \(number)") == "no such text: 0,5")
  }

  @Test("a name in the language itself comes before the translation of the English one")
  func names() throws {
    let spanish = try Self.language("es")
    #expect(
      spanish.say(Phrase(called: ["en": "month", "es": "mensualidad"], or: "x"))
        == "mensualidad")
    #expect(spanish.say(Phrase(called: ["en": "month", "de": "Monat"], or: "x")) == "mes")
    #expect(spanish.say(Phrase(unit: "EUR/month")) == "EUR/mes")
  }
}
