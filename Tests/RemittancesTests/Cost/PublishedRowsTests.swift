import Foundation
import Quantities
import Testing

@testable import Remittances

/// Rows that the World Bank published, of quarters that the snapshot does not have.
@Suite struct PublishedRowsTests {
  static let path = SharedFiles.package.appending(path: "Tests/Data/remittances/rpw_rows.csv")
    .path(percentEncoded: false)
  static let columns = [
    "corridor", "firm", "ccy", "cc1_amt", "cc1_fee", "cc1_rate", "cc1_margin", "cc1_total",
    "cc2_amt", "cc2_fee", "cc2_rate", "cc2_margin", "cc2_total", "interbank", "date",
  ]
  static let rows = Result {
    var rows: [[String]] = []
    try PlainFile.table(of: path, columns: columns) { rows.append($0) }
    return rows
  }
  static let hundredth = ExactDecimal("0.01") ?? .zero

  @Test func isNotEmpty() throws {
    #expect(try Self.rows.get().count == 50)
  }

  /// Both tiers: the published margin from the two rates, the published total from fee and margin.
  @Test(arguments: [3, 8])
  func marginAndTotalAreThePublishedOnes(first: Int) throws {
    for row in try Self.rows.get() {
      let figures = try row[first..<(first + 5)].map { try #require(ExactDecimal($0)) }
      let interbank = try #require(ExactDecimal(row[13]))
      let margin = try ServicePrice.margin(applied: figures[2], reference: interbank)
      let place = "\(row[0]) \(row[1]) \(row[14])"
      // Published figures are rounded to hundredths, so that half of one more may be missing.
      #expect(
        try margin.subtracting(figures[3]).magnitude <= Self.hundredth, "margin, \(place)")
      let price = try Self.price(row, figures)
      let cost = try price.cost(of: figures[0], mode: .onTop)
      let total = try #require(cost.totalPercent)
      #expect(try total.subtracting(figures[4]).magnitude <= Self.hundredth, "total, \(place)")
      #expect(!cost.flags.contains(.extrapolated))
      #expect(cost.flags.contains(.promotional) == figures[3].isNegative)
    }
  }

  private static func price(_ row: [String], _ figures: [ExactDecimal]) throws -> ServicePrice {
    let corridor = Corridor(
      from: try #require(Country(row[0].prefix(3))), to: try #require(Country(row[0].suffix(3))))
    let day = try #require(Day(row[14]))
    return ServicePrice(
      provider: row[1], corridor: corridor, sendCurrency: try #require(Currency(row[2])),
      payoutCurrency: nil,
      price: .baskets(
        low: .init(
          amount: figures[0], fee: figures[1], rate: figures[2], margin: figures[3]), high: nil),
      provenance: Provenance(
        source: .worldBankPrices, observed: day, retrieved: Instant(seconds: 0), tier: .embedded,
        licence: ""))
  }
}
