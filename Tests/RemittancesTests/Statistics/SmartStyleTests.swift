import Quantities
import Testing

@testable import Remittances

@Suite struct SmartStyleTests {
  static func row(
    _ firm: String, _ total: String, speed: TransferSpeed = .sameDay, transparent: Bool = true,
    flags: PriceFlags = [], payIn: PaymentChannel = .cash
  ) throws -> ServiceRow {
    let basket = ServiceRow.Basket(
      amount: 200, currency: "USD", fee: 1, rate: 20, margin: 1, total: ExactDecimal(total))
    return ServiceRow(
      number: nil, quarter: try #require(CalendarQuarter(year: 2025, quarter: 3)), source: "KEN",
      destination: "TZA", firm: firm, firmType: nil, payIn: payIn, payOut: .cash, speed: speed,
      low: basket, high: basket, interbank: 20, isTransparent: transparent, payoutCurrency: nil,
      day: nil, flags: flags)
  }

  @Test func rowsAndFirmsDiffer() throws {
    let rows = [
      try Self.row("A", "1"), try Self.row("A", "2", payIn: .card), try Self.row("B", "3"),
      try Self.row("C", "10"),
    ]
    #expect(try SmartStyle(rows, unit: .row).mean == 2)
    let byFirm = try SmartStyle(rows, unit: .firm)
    #expect(byFirm.mean?.text(places: 4) == "4.6667" && byFirm.qualifying == 3)
    #expect(byFirm.rows.map(\.firm) == ["A", "B", "C"])
  }

  @Test func theMeanOfTwoIsNone() throws {
    let rows = [
      try Self.row("A", "1"), try Self.row("B", "2"),
      try Self.row("C", "0.1", speed: .sixDaysOrMore),
      try Self.row("D", "0.2", transparent: false), try Self.row("E", "0.3", speed: .unknown),
      try Self.row("F", "0.4", flags: PriceFlags(.transparencyDenied)),
    ]
    let smart = try SmartStyle(rows, unit: .row)
    #expect(smart.mean == nil && smart.qualifying == 2)
    #expect(ReferenceLines.sentence(smart: smart).contains("2 of the 3"))
    #expect(SmartStyle.notApplied == [.access])
  }

  @Test func anUndisclosedMarginIsNeverTheCheapest() throws {
    let rows = [
      try Self.row("A", "0", flags: PriceFlags(.marginUnknown)), try Self.row("B", "2"),
      try Self.row("C", "1", payIn: .bankAccount),
    ]
    let corridor = Corridor(
      from: try #require(Country("KE")), to: try #require(Country("TZ")))
    let statistics = try CorridorStatistics(
      corridor: corridor, quarter: rows[0].quarter, rows: rows)
    #expect(statistics.ways.map(\.cheapest.firm) == ["C", "B"])
    #expect(statistics.mean200 == 1 && statistics.services == 3)
  }

  @Test func theLinesSayWhatTheyAreAbout() {
    let sentence = ReferenceLines.sentence(mean: 3)
    #expect(sentence.contains("at or below the 3 %") && sentence.contains("not for a corridor"))
    #expect(ReferenceLines.Side(ExactDecimal("5.01") ?? 0, line: 5) == .above)
  }
}
