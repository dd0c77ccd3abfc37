import Coordination
import Formula
import Foundation
import Quantities
import Testing

@testable import Interchange

/// Every paper of `Imports/`: those of `good` become the case beside them, those of `bad` nothing;
/// what is said of either stands in its neighbour `.says`: severity, code and place, a line each.
///
/// `SOJOURN_RECORD=1` writes the neighbours anew, to be read and committed.
struct ImportTests {
  private static let records = TestFiles.number("SOJOURN_RECORD", otherwise: 0) == 1

  @Test(arguments: ImportFiles.papers("good"))
  func good(_ name: String) throws {
    let (text, findings) = ImportFiles.assembled(try ImportFiles.draft("good/\(name)"))
    try compare(try #require(text), with: "good/\(name).case")
    try compare(ImportFiles.lines(findings), with: "good/\(name).says")
    #expect(!findings.contains { $0.severity == .error })
  }

  @Test(arguments: ImportFiles.papers("bad"))
  func bad(_ name: String) throws {
    let (text, findings) = ImportFiles.assembled(try ImportFiles.draft("bad/\(name)"))
    #expect(text == nil, "nothing half-written")
    #expect(findings.contains { $0.severity == .error })
    try compare(ImportFiles.lines(findings), with: "bad/\(name).says")
  }

  private func compare(_ found: String, with path: String) throws {
    if Self.records {
      let file = ImportFiles.folder.appending(path: path)
      if found.isEmpty {
        try? FileManager.default.removeItem(at: file)
      } else {
        try Data(found.utf8).write(to: file)
      }
    }
    #expect(found == ImportFiles.text(path) ?? "")
  }

  /// Names and numbers of a person are in no case and no message.
  @Test(arguments: ["p5000-months.json", "us-record.xml"])
  func namesAreNotKept(_ name: String) throws {
    let (text, findings) = ImportFiles.assembled(try ImportFiles.draft("good/\(name)"))
    let said = (text ?? "") + findings.map(\.message.english).joined()
    for secret in ["KIM", "MIN-JI", "65140560M001", "12345", "MAIN STREET", "TORONTO"] {
      #expect(!said.contains(secret))
    }
  }

  // MARK: Dates and numbers

  private static let vocabulary = ImportFiles.vocabulary

  @Test(arguments: [
    ("1992-01-15", "1992-01-15"), ("15.1.1992", "1992-01-15"), ("15. 1. 1992", "1992-01-15"),
    ("1992/1/15", "1992-01-15"), ("19920115", "1992-01-15"), ("15/01/1992", "1992-01-15"),
    ("01/15/1992", "1992-01-15"), ("15-01-1992", "1992-01-15"), ("01.02.1992", "1992-02-01"),
    ("15 January 1992", "1992-01-15"), ("January 15th, 1992", "1992-01-15"),
    ("15. Januar 1992", "1992-01-15"), ("15 de enero de 1992", "1992-01-15"),
    ("1er janvier 1992", "1992-01-01"), ("15 janv. 1992", "1992-01-15"),
    ("15 stycznia 1992", "1992-01-15"), ("15 ianuarie 1992", "1992-01-15"),
    ("15 de março de 1992", "1992-03-15"), ("15 marzo 1992", "1992-03-15"),
    ("15 كانون الثاني 1992", "1992-01-15"), ("١٥ يناير ١٩٩٢", "1992-01-15"),
    ("1992-01-15 00:00:00", "1992-01-15"), ("1992-01-15T00:00:00", "1992-01-15"),
  ])
  func aDayIsReadAsPeopleWriteIt(_ text: String, _ day: String) throws {
    let read = CellDate(text, order: nil, Self.vocabulary, preferring: nil)
    #expect(read == .day(try #require(Day(day))))
  }

  @Test func aDateThatCouldBeTwoIsNotChosen() throws {
    let read = CellDate("03/04/1992", order: nil, Self.vocabulary, preferring: nil)
    #expect(
      read
        == .ambiguous(
          dayFirst: try #require(Day("1992-04-03")), monthFirst: try #require(Day("1992-03-04"))))
    #expect(
      CellDate("03/03/1992", order: nil, Self.vocabulary, preferring: nil)
        == .day(try #require(Day("1992-03-03"))))
  }

  @Test(arguments: [
    ("16800", "16800"), ("16800.5", "16800.5"), ("16800,50", "16800.50"), ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"), ("1 234,56", "1234.56"), ("1\u{202F}234,56", "1234.56"),
    ("1'234.56", "1234.56"), ("1.234.567", "1234567"), ("1,234,567.8", "1234567.8"),
    ("0.123", "0.123"), ("1234.567", "1234.567"), ("12,34,567", ""), ("1.23.456", ""),
    ("1.234,567,8", ""), ("1 23", ""), ("abc", ""), ("-5", "-5"), ("١٬٢٣٤٫٥٦", "1234.56"),
    ("(5)", "5"), ("1e5", ""), ("--", ""),
  ])
  func aNumberIsReadAsPeopleWriteIt(_ text: String, _ value: String) {
    switch CellNumber(text, decimals: nil) {
    case .number(let number, nil): #expect(number.description == value)
    case .fault: #expect(value == "", "\(text)")
    default: Issue.record("\(text)")
    }
  }

  @Test(arguments: [
    ("€ 1.200,50", "EUR"), ("1200.50 USD", "USD"), ("eur 12", "EUR"), ("41.300,00 DM", "DEM"),
    ("1 200,50 zł", "PLN"), ("350.000 Ptas.", "ESP"), ("12 euros", "EUR"), ("12.50 Euro", "EUR"),
  ])
  func aCurrencyMayStandBesideTheNumber(_ text: String, _ code: String) {
    let read = CellNumber(text, decimals: .comma) {
      Self.vocabulary.currency($0, preferring: nil)
    }
    guard case .number(_, let currency?) = read else {
      Issue.record("\(text)")
      return
    }
    #expect(currency.code == code)
  }

  @Test(arguments: ["31.200", "1,500", "31.200 EUR"])
  func aMarkBeforeThreeDigitsIsNotChosen(_ text: String) {
    guard case .ambiguous = CellNumber(text, decimals: nil) else {
      Issue.record("\(text)")
      return
    }
    guard case .number = CellNumber(text, decimals: .comma) else {
      Issue.record("\(text)")
      return
    }
  }

  // MARK: Languages

  /// Every language knows every type by a word of its own, every month, and the usual columns.
  @Test(arguments: ["en", "es", "fr", "pt", "ar", "de", "it", "ro", "pl"])
  func everyLanguageIsWhole(_ code: String) throws {
    let words = try #require(ImportFiles.words.first { $0.code == code })
    for type in PeriodType.allCases { #expect(!(words.types[type] ?? []).isEmpty, "\(type)") }
    for field in CareerWords.Field.allCases {
      #expect(!(words.fields[field] ?? []).isEmpty, "\(field)")
    }
    for unit in PeriodUnit.allCases { #expect(!(words.units[unit] ?? []).isEmpty, "\(unit)") }
    #expect(words.months.count == 12 && words.months.allSatisfy { !$0.isEmpty })
    #expect(!words.ongoing.isEmpty)
    #expect(words.countries.count > (code == "en" ? 3 : 240))
  }

  /// A table whose columns are named by any words of one language is understood.
  @Test(arguments: ImportFiles.words.map(\.code))
  func everyWordOfALanguageIsFound(_ code: String) throws {
    let words = try #require(ImportFiles.words.first { $0.code == code })
    for (field, names) in words.fields {
      for name in names {
        #expect(
          Self.vocabulary.fields.find(FoldedWord(name), preferring: code) == .one(field), "\(name)")
      }
    }
    for (type, names) in words.types {
      for name in names {
        #expect(Self.vocabulary.type(name, preferring: code) == .one(type), "\(name)")
      }
    }
    for (currency, names) in words.currencies {
      for name in names {
        #expect(Self.vocabulary.currency(name, preferring: code) == currency, "\(name)")
      }
    }
    for (country, names) in words.countries {
      for name in names {
        let found = Self.vocabulary.country(name, preferring: code)
        #expect(found == .one(country), "\(name): \(found)")
      }
    }
  }

  @Test(arguments: [
    ("España", "espana"), ("Łódź", "lodz"), ("STRASSE", "strasse"), ("Straße", "strasse"),
    ("  date_from: ", "date from"), ("Côte d’Ivoire", "cote d ivoire"), ("الأُردنّ", "الاردن"),
    ("țară", "tara"),
  ])
  func wordsAreComparedWithoutAccents(_ word: String, _ folded: String) {
    #expect(FoldedWord(word).text == folded)
  }
}
