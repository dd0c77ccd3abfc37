import Foundation
import Quantities
import Testing

@testable import Remittances

/// The list of sources: the one that ships, and what is refused in others.
struct SourceListTests {
  static let shipped = SharedFiles.package.appending(path: "RateCache/sources.yaml")
    .path(percentEncoded: false)

  @Test func theShippedListIsRead() throws {
    let list = try SourceList(path: Self.shipped)
    #expect(
      list.sources.map(\.id) == [
        "wise.comparison", "ecb.daily", "frankfurter", "open_er_api", "ecb.history",
        "world_bank.rpw_dataset", "world_bank.rpw_resources", "world_bank.rpw",
        "world_bank.cost_to", "world_bank.cost_from",
      ])
    // What the terms forbid to pass on, or could not be verified.
    #expect(list.sources.filter { !$0.mayPassOn }.map(\.id) == ["wise.comparison", "open_er_api"])
    #expect(list.sources.filter { !$0.mayStore }.map(\.id) == ["wise.comparison"])
    for purpose in SourcePurpose.allCases { #expect(!list.giving(purpose).isEmpty) }
    for source in list.sources {
      #expect(source.url.host != nil || source.url.placeholders == [.location])
    }
  }

  @Test func addressesCarryTheQuestionAndNothingElse() throws {
    let list = try SourceList(path: Self.shipped)
    let from = try #require(Country("US"))
    let to = try #require(Country("MX"))
    let question = RemitQuestion(
      corridor: Corridor(from: from, to: to), amount: try #require(ExactDecimal("300.50")),
      sendCurrency: try #require(Currency("USD")), payoutCurrency: try #require(Currency("MXN")),
      mode: .takenOut)
    let urls = try list.sources.filter { $0.url.host != nil }
      .map { try $0.url.filled(question.placeholders) }
    #expect(
      urls.prefix(4) == [
        "https://api.wise.com/v4/comparisons/?sourceCurrency=USD&targetCurrency=MXN&sendAmount=300.5",
        "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
        "https://api.frankfurter.dev/v2/rates?base=USD&quotes=MXN",
        "https://open.er-api.com/v6/latest/USD",
      ])
    #expect(
      urls.last
        == "https://api.worldbank.org/v2/country/USA/indicator/SI.RMT.COST.OB.ZS?format=json&per_page=100"
    )
  }

  @Test(arguments: [
    ("http://a.example/x", URLTemplate.Mistake.notHTTPS),
    ("ftp://a.example/", .notHTTPS), ("https:///x", .notHTTPS),
    ("https://user@a.example/x", .notHTTPS), ("https://{amount}/x", .notHTTPS),
    ("https://a.example{amount}/x", .placeholderInHost),
    ("https://a.example/{birthday}", .unknownPlaceholder("birthday")),
    ("https://a.example/{amount", .unclosedBrace), ("https://a.example/a b", .badCharacter),
    ("https://a.example/{location}", .unknownPlaceholder("location beside other text")),
  ])
  func badTemplates(_ text: String, _ mistake: URLTemplate.Mistake) {
    #expect(throws: mistake) { try URLTemplate(text) }
  }

  @Test func valuesAreEncoded() throws {
    let template = try URLTemplate("https://a.example/{amount}?d={date}")
    #expect(template.host == "a.example")
    #expect(
      try template.filled([.amount: "1/2&x=é", .date: "2026-01-01"])
        == "https://a.example/1%2F2%26x%3D%C3%A9?d=2026-01-01")
    #expect(throws: URLTemplate.Mistake.missing(.date)) { try template.filled([.amount: "1"]) }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let change: (String, String)
    let code: SourceListError.Code
    var line: Int?
    var testDescription: String { "\(code.rawValue): \(change.1)" }
  }

  static let good = """
    format: sojourn/price-sources/1
    limits: {connections: 6, connections_per_host: 2, tries: 3, connect_within: 4s,
      answer_within: 5s, give_up_after: 9s, slowest: 64B, slowest_for: 1s, rest_after_refusal: 20m}
    sources:
      - id: one
        name: One
        publisher: Nobody
        gives: mid_market
        url: https://a.example/{from_currency}
        reader: rate_rows_json
        fresh_for: 1h
        stale_for: 7d
        largest: 64KB
        may_store: yes
        may_pass_on: no
        terms: None
        attribution: Nobody
    """

  static let mistakes: [Mistake] = [
    .init(change: ("sources/1", "sources/2"), code: .wrongFormat, line: 1),
    .init(change: ("may_store: yes", "may_store: maybe"), code: .badValue, line: 14),
    .init(change: ("may_store: yes", "may_stor: yes"), code: .missingKey, line: 5),
    .init(change: ("terms: None", "terms: None\n    fresh: 1h"), code: .unknownKey, line: 17),
    .init(change: ("terms: None", "terms: None\n    name: Two"), code: .duplicateKey, line: 17),
    .init(change: ("id: one", "id: One!"), code: .badValue, line: 5),
    .init(change: ("fresh_for: 1h", "fresh_for: 1 hour"), code: .badValue, line: 11),
    .init(change: ("rate_rows_json", "wise_comparison_v4"), code: .badValue, line: 10),
    .init(change: ("rate_rows_json", "my_reader"), code: .badValue, line: 10),
    .init(change: ("https://a", "http://a"), code: .badTemplate, line: 9),
    .init(change: ("{from_currency}", "{name}"), code: .badTemplate, line: 9),
    .init(change: ("name: One", "name: &a One"), code: .forbiddenYAML, line: 6),
    .init(change: ("name: One", "name: *a"), code: .forbiddenYAML, line: 6),
    .init(change: ("name: One", "name: !!str One"), code: .forbiddenYAML, line: 6),
    .init(change: ("name: One", "name: [One"), code: .notYAML),
    .init(change: ("name: One", "name: [One]"), code: .wrongKind, line: 6),
    .init(change: ("tries: 3", "tries: 0"), code: .badValue, line: 2),
    .init(change: ("tries: 3, ", ""), code: .missingKey),
    .init(
      change: ("https://a.example/{from_currency}", "\"{location}\""), code: .missingKey, line: 5),
  ]

  @Test(arguments: mistakes)
  func mistakesAreNamedWithTheirPlace(_ mistake: Mistake) throws {
    #expect(try SourceList(bytes: Array(Self.good.utf8), file: "good").sources.count == 1)
    let text = Self.good.replacing(mistake.change.0, with: mistake.change.1)
    #expect(text != Self.good)
    do {
      _ = try SourceList(bytes: Array(text.utf8), file: "bad.yaml")
      Issue.record("was accepted")
    } catch {
      #expect(error.code == mistake.code, "\(error)")
      if let line = mistake.line { #expect(error.line == line, "\(error)") }
    }
  }

  @Test func damagedListsNeverCrash() throws {
    let seed = Array(try String(contentsOfFile: Self.shipped, encoding: .utf8).utf8)
    var random = FuzzTests.Generator(state: 4_711)
    for _ in 0..<(Programs.isLong ? 20_000 : 300) {
      var bytes = seed
      FuzzTests.mutate(&bytes, &random)
      _ = try? SourceList(bytes: bytes, file: "damaged")
    }
  }

  @Test func everyCountryOfTodayHasItsMoney() throws {
    let without = Country.all.filter { !$0.isHistoric && $0.homeCurrency == nil }
    #expect(without.map(\.code) == ["AQ"])
    for country in Country.all where !country.isHistoric {
      #expect(country.homeCurrency?.isHistoric != true, "\(country)")
    }
    let known = [
      "US": "USD", "MX": "MXN", "HR": "EUR", "BG": "EUR", "SV": "USD", "GT": "GTQ", "SN": "XOF",
      "CM": "XAF", "NP": "NPR", "PH": "PHP", "XK": "EUR", "ZW": "ZWG", "VE": "VES", "CH": "CHF",
    ]
    for (country, currency) in known {
      #expect(Country(country)?.homeCurrency?.code == currency)
    }
  }

  @Test(arguments: [
    ("rpw_dataset_2011_2025_q3.xlsx", "rpw_dataset_*.xlsx", true),
    ("RPW_dataset_1.XLSX", "rpw_dataset_*.xlsx", true), ("rpw_dataset_1.csv", "*.xlsx", false),
    ("aaab", "*a*b", true), ("aaac", "*a*b", false), ("", "*", true), ("", "", true),
    ("x", "", false),
  ])
  func wildcards(_ text: String, _ pattern: String, _ fits: Bool) {
    #expect(Wildcard.matches(text, pattern) == fits)
  }
}
