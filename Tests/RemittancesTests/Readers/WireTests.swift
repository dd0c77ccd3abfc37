import Foundation
import Quantities
import Testing

@testable import Remittances

/// Real recorded replies are read exactly.
struct WireTests {
  private func rates(
    _ name: String, _ reader: SourceReader, _ question: ReplyQuestion = ReplyQuestion()
  ) throws -> RateSet {
    guard
      case .rates(let sets) = try SourceReading(
        Replies.bytes(name), as: reader, answering: question)
    else { throw ReaderError(.empty, "no rates") }
    #expect(sets.count == 1)
    return try #require(sets.first)
  }

  @Test func ecb() throws {
    let set = try rates(Replies.ecb, .ecbXML)
    #expect(set.base == "EUR")
    #expect(set.day.description == "2026-07-09")
    #expect(
      set.rates.mapValues(\.description) == [
        "USD": "1.1435", "JPY": "185.72", "CZK": "24.254", "GBP": "0.85363", "CHF": "0.9227",
      ])
    #expect(set.rate(from: "EUR", to: "JPY")?.description == "185.72")
    #expect(set.rate(from: "USD", to: "JPY")?.text(places: 6) == "162.413642")
    #expect(set.rate(from: "USD", to: "NPR") == nil)
  }

  @Test func frankfurter() throws {
    let set = try rates(Replies.frankfurter, .rateRowsJSON, ReplyQuestion(fromCurrency: "USD"))
    #expect(set.base == "USD")
    #expect(set.day.description == "2026-09-05")
    #expect(
      set.rates.mapValues(\.description) == [
        "AED": "3.6725", "CAD": "1.3807", "EUR": "0.86006", "MXN": "16.9187", "SAR": "3.75",
      ])
  }

  @Test func openERAPI() throws {
    let set = try rates(Replies.openERAPI, .rateTableJSON, ReplyQuestion(fromCurrency: "USD"))
    #expect(set.day.description == "2026-09-05")
    #expect(
      set.rates.mapValues(\.description) == [
        "USD": "1", "AED": "3.6725", "CAD": "1.382855", "EUR": "0.861117", "MXN": "16.894736",
        "SAR": "3.75",
      ])
  }

  @Test func worldBankIndicator() throws {
    let reading = try SourceReading(
      Replies.bytes(Replies.worldBank), as: .worldBankIndicatorV2, answering: ReplyQuestion())
    guard case .countryCost(let series) = reading else {
      Issue.record("not a series")
      return
    }
    #expect(series.indicator == "SI.RMT.COST.IB.ZS")
    #expect(series.country == "YEM")
    #expect(series.updated?.description == "2026-10-08")
    #expect(
      series.values.mapValues(\.description) == [
        2023: "2.805", 2022: "3.455", 2017: "5.70931333333333", 2016: "4.68109333333333",
      ])
    #expect(series.emptyYears == [2025])
  }

  @Test(arguments: [
    (Replies.dataset, SourceReader.worldBankDataset),
    (Replies.resources, .worldBankResources),
  ])
  func catalogue(_ text: String, _ reader: SourceReader) throws {
    let reading = try SourceReading(
      Array(text.utf8), as: reader, answering: Replies.catalogue)
    guard case .location(let location) = reading else {
      Issue.record("not a location")
      return
    }
    #expect(location.name == "rpw_dataset_2011_2025_q3.xlsx")
    #expect(
      location.url == "https://datacatalogfiles.worldbank.org/ddh-published/0037898/DR3/"
        + "rpw_dataset_2011_2025_q3.xlsx")
  }

  /// received = (sent - fee) x rate: to the cent, to the whole unit where the source rounds to it.
  @Test(arguments: Replies.wise)
  func wise(_ corridor: String) throws {
    let rows = try String(decoding: Replies.bytes("wise/quotes.csv"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      .filter { "\($0[0])-\($0[1])" == corridor }
    let sent = try #require(rows.first.flatMap { ExactDecimal($0[4]) })
    let codes = corridor.split(separator: "-").map(String.init)
    let reading = try SourceReading(
      Replies.bytes("wise/\(corridor).json"), as: .wiseComparisonV4,
      answering: ReplyQuestion(fromCurrency: codes[0], toCurrency: codes[1], amount: sent))
    guard case .quotes(let set) = reading else {
      Issue.record("no quotes")
      return
    }
    #expect(set.quotes.count == rows.count)
    #expect(set.dropped.isEmpty)
    for (quote, row) in zip(set.quotes, rows) {
      #expect(quote.provider == row[2])
      #expect(quote.kind == row[3])
      #expect(quote.fee == ExactDecimal(row[5]))
      #expect(quote.rate == ExactDecimal(row[6]))
      #expect(quote.received == ExactDecimal(row[7]))
      #expect(quote.markup == ExactDecimal(row[8]))
      #expect(quote.collectedAt.description.prefix(19) == row[9].prefix(19))
      let received = try set.sent.subtracting(quote.fee).multiplied(by: quote.rate)
      let isWhole = quote.received?.isInteger ?? false
      #expect(try received.rounded(places: isWhole ? 0 : 2, .halfUp) == quote.received)
    }
    #expect(set.midMarket?.rate == set.quotes.first { $0.provider == "Wise" }?.rate)
  }

  @Test(.enabled(if: SharedFiles.exist, "the research folder is not there"))
  func ecbHistory() throws {
    let data = try Data(contentsOf: URL(filePath: SharedFiles.remittances + "/eurofxref-hist.zip"))
    let reading = try SourceReading(
      Array(data), as: .ecbHistoryZip, answering: ReplyQuestion())
    guard case .rates(let sets) = reading else {
      Issue.record("no rates")
      return
    }
    #expect(sets.count == 7_126)
    #expect(sets.first?.day.description == "2026-10-30")
    #expect(sets.first?.rates["IDR"]?.description == "20275.17")
    #expect(sets.first?.rates["BGN"] == nil)
    #expect(sets.last?.day.description == "1999-01-04")
    #expect(sets.last?.rates["SIT"]?.description == "189.045")
  }
}
