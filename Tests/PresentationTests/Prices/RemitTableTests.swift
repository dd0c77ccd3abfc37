import CommandLineKit
import Foundation
import Quantities
import Testing

@testable import Presentation
@testable import Remittances

/// The answer to `sojourn remit` as a person and as a program sees it.
struct RemitTableTests {
  static func services() throws -> [RemitAnswer.Service] {
    let quotes: [(String, String, String, String, Int64?)] = [
      ("Western Union", "1.99", "17.7985270674", "8863.84", 3_000),
      ("Wise", "9.59", "18.0397", "8846.85", 72_496),
      ("Caf\u{e9} \u{1B}[31mExpress", "0.00", "18.2", "9100.00", nil),
      ("A provider with a very long name indeed, incorporated", "25.00", "17", "8075.00", 259_200),
    ]
    return try quotes.map { name, fee, rate, received, seconds in
      let price = ServicePrice(
        provider: name, corridor: try corridor(), sendCurrency: try currency("USD"),
        payoutCurrency: try currency("MXN"), payIn: .bankAccount, payOut: .bankAccount,
        speed: seconds.map(TransferSpeed.init(seconds:)) ?? .unknown,
        price: .quote(
          .init(
            amount: 500, fee: try decimal(fee), mode: .takenOut, rate: try decimal(rate),
            received: try decimal(received))),
        provenance: try provenance())
      return RemitAnswer.Service(
        price: price, cost: try price.cost(of: 500, mode: .takenOut, midMarket: try rate18()),
        collected: Instant("2026-10-06T07:09:18Z"))
    }.sorted { $0.cost.isCheaper(than: $1.cost) }
  }

  static func answer(_ services: [RemitAnswer.Service]) throws -> RemitAnswer {
    RemitAnswer(
      question: RemitQuestion(
        corridor: try corridor(), amount: 500, sendCurrency: try currency("USD"),
        payoutCurrency: try currency("MXN"), mode: .takenOut),
      answered: try #require(Instant("2026-10-06T09:00:00Z")), services: services,
      midMarket: try rate18(), check: nil,
      mean: StoredMean(
        corridor: try corridor(), quarter: try #require(CalendarQuarter(year: 2025, quarter: 1)),
        totalAt200: try decimal("5.3249"), totalAt500: try decimal("3.9"), services: 21,
        provenance: try provenance()),
      consulted: [], otherWays: 2, notes: ["A note."])
  }

  static func corridor() throws -> Corridor {
    Corridor(from: try #require(Country("US")), to: try #require(Country("MX")))
  }

  static func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }
  static func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  static func provenance() throws -> Provenance {
    Provenance(
      source: "wise.comparison", observed: try #require(Day("2026-10-06")),
      retrieved: try #require(Instant("2026-10-06T08:59:00Z")), tier: .live,
      licence: "Wise price comparison.")
  }

  static func rate18() throws -> MidMarketRate {
    MidMarketRate(
      base: try currency("USD"), quote: try currency("MXN"), rate: try decimal("18.0397"),
      provenance: try provenance())
  }

  @Test func theWholeTable() throws {
    let table = RemitTable(
      try Self.answer(try Self.services()), width: 120, style: .plain, isUTF8: true)
    let expected = #"""
      Sending 500.00 USD from United States to Mexico; the fee is taken out of the amount.
      Mid-market rate: 18.0397 MXN for 1 USD (wise.comparison, 2026-10-06).

         Service                    Fee   Margin    Total      Received                    Speed     Source                Age
      ★  Café \u{1B}[31mExpress    0.00  -0.89 %  -0.89 %  9,100.00 MXN                    ?         wise.comparison  1 h live
         Western Union             1.99   1.33 %   1.73 %  8,863.84 MXN  █░░               < 1 hour  wise.comparison  1 h live
         Wise                      9.59   0.00 %   1.92 %  8,846.85 MXN  ███               same day  wise.comparison  1 h live
         A provider with a ve...  25.00   5.48 %  10.48 %  8,075.00 MXN  ████████░░░░░░░░  3-5 days  wise.comparison  1 h live
      ★ cheapest   █ fee  ░ margin
      """#
    #expect(table.lines.prefix(9).joined(separator: "\n") == expected)
  }

  @Test(arguments: [20, 40, 60, 80, 100, 140])
  func keepsToTheWidth(_ width: Int) throws {
    let table = RemitTable(
      try Self.answer(try Self.services()), width: width, style: .plain, isUTF8: false)
    for line in table.lines {
      // Below 42 columns the total and what arrives stay, whatever it takes.
      #expect(displayWidth(of: line) <= max(width, 42), "\(line)")
      #expect(line.utf8.allSatisfy { $0 >= 0x20 || $0 >= 0x80 })
    }
    let text = table.lines.joined(separator: "\n")
    #expect(text.contains("Total"))
    #expect(text.contains("8,863.84 MXN"))
  }

  @Test func withoutServicesItSaysSo() throws {
    let lines = RemitTable(try Self.answer([]), width: 80, style: .plain, isUTF8: true).lines
    #expect(lines.contains { $0.contains("No prices of single services") })
    #expect(lines.contains { $0.contains("2025-Q1 over 21 services: 5.32 % for $200, 3.90 %") })
  }

  @Test func jsonIsJSONAndExact() throws {
    let line = RemitJSON.json(try Self.answer(try Self.services())).line
    let read = try JSONNode(reply: Array(line.utf8))
    #expect(try read.member("format").text() == "sojourn/remit/1")
    let services = try read.member("services").items()
    #expect(services.count == 4)
    let union = try #require(
      try services.first { try $0.member("provider").text() == "Western Union" })
    #expect(try union.member("fee").text() == "1.99")
    #expect(try union.member("received").text() == "8863.84")
    #expect(try services[0].member("best").bool())
    #expect(!line.contains("\u{1B}"))
  }

  @Test func csvQuotesWhatItMust() throws {
    let lines = RemitCSV.lines(try Self.answer(try Self.services()))
    #expect(lines.count == 5)
    #expect(lines.first?.split(separator: ",").count == RemitCSV.header.count)
    #expect(RemitCSV.line(["a", "b,c", "d\"e", "f\ng"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"")
    #expect(lines.contains { $0.contains("\"A provider with a very long name indeed, incorp") })
  }

  @Test(
    arguments: [
      (0, "now"), (59, "now"), (60, "1 min"), (5_399, "89 min"), (5_400, "1 h"),
      (172_800, "2 d"), (86_400 * 100, "3 mo"), (86_400 * 4_000, "10 y"), (-5, "now"),
    ] as [(Int64, String)])
  func ages(_ seconds: Int64, _ text: String) {
    #expect(PriceText.age(seconds: seconds) == text)
  }

  @Test(arguments: [
    ("1234567.5", "MXN", "1,234,567.50"), ("12722259", "VND", "12,722,259"),
    ("-1234.567", "BHD", "-1,234.567"), ("0", "USD", "0.00"), ("999.999", "USD", "1,000.00"),
  ])
  func amounts(_ number: String, _ currency: String, _ text: String) throws {
    #expect(PriceText.amount(try Self.decimal(number), try Self.currency(currency)) == text)
  }

  @Test(arguments: [
    ("18.0397", "18.0397"), ("1", "1.00000"), ("0.0000384", "0.00003840"),
    ("25993.5", "25,993.5"), ("0.86006", "0.86006000"), ("1234567.89", "1,234,568"),
  ])
  func rates(_ number: String, _ text: String) throws {
    #expect(PriceText.rate(try Self.decimal(number)) == text)
  }
}
