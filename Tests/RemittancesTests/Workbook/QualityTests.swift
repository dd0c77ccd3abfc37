import Foundation
import Quantities
import Testing

@testable import Remittances

/// The rules of data quality, each on a row that breaks it and beside rows that do not.
@Suite struct QualityTests {
  /// A row without fault: 18,000 Kenyan shillings to Tanzania.
  static let good: [PriceColumn: String] = [
    .period: "2025_3Q", .sourceCode: "KEN", .destinationCode: "TZA", .firm: "ABC Bank",
    .firmType: "Bank", .instrument: "Bank account transfer", .accessPoint: "Bank branch",
    .speed: "2 days", .lowAmount: "18000", .lowDenomination: "200", .lowCurrency: "KES",
    .lowFee: "1800", .lowRate: "19.475", .lowMargin: "5", .lowTotal: "15", .highAmount: "45000",
    .highDenomination: "500", .highCurrency: "KES", .highFee: "1800", .highRate: "19.475",
    .highMargin: "5", .highTotal: "9", .interbank: "20.5", .transparent: "Yes",
    .note1: "This RSP sends KES and pays out TZS in this corridor.", .pickupLocation: "Branch",
    .pickupMethod: "Bank account", .date: "2025-08-15", .corridor: "KENTZA",
  ]

  /// Imports four good rows and one with some cells changed, and gives that one's flags.
  static func flags(_ changes: [PriceColumn: String], others: [PriceColumn: String] = [:]) throws
    -> PriceFlags
  {
    let columns = PriceColumn.allCases
    var lines = [columns.map { $0.header(old: false) }.joined(separator: ",")]
    for number in 1...5 {
      var row = good.merging(others) { $1 }
      row[.id] = "\(number)"
      row[.firm] = "Firm \(number)"
      if number == 5 { row.merge(changes) { $1 } }
      lines.append(
        columns.map { "\"" + (row[$0] ?? "").replacing("\"", with: "\"\"") + "\"" }
          .joined(separator: ","))
    }
    let path = try SharedFiles.folder().appending(path: "rows.csv").path(percentEncoded: false)
    try lines.joined(separator: "\r\n").write(toFile: path, atomically: true, encoding: .utf8)
    let database = try SampleWorkbookTests.database()
    let summary = try SampleWorkbookTests.run(path, into: database)
    #expect(summary.rows == 5)
    let words = try database.prepare("SELECT flags FROM price_row ORDER BY line")
    var flags: [PriceFlags] = []
    try words.forEachRow { flags.append(PriceFlags(rawValue: $0.integer64(0))) }
    #expect(flags.dropLast().allSatisfy { $0 == PriceFlags(.payoutCurrencyInferred) })
    return flags.last ?? []
  }

  @Test func aGoodRowHasNoFlagButTheInference() throws {
    #expect(try Self.flags([:]) == PriceFlags(.payoutCurrencyInferred))
  }

  static let cases: [([PriceColumn: String], [PriceFlag])] = [
    (
      [
        .transparent: "no", .lowMargin: "0", .lowRate: "1", .interbank: "1", .lowTotal: "10",
        .highMargin: "0", .highRate: "1", .highTotal: "4",
      ], [.notTransparent, .marginUnknown]
    ),
    ([.transparent: "no"], [.notTransparent, .marginOnOpaqueRow]),
    ([.note2: "Account required for detailed price info"], [.transparencyDenied]),
    (
      [
        .lowMargin: "0", .lowRate: "1", .interbank: "1", .lowTotal: "10", .highMargin: "0",
        .highRate: "1", .highTotal: "4",
      ], [.zeroMarginUnconfirmed, .marginUnknown]
    ),
    ([.note1: ""], [.payoutCurrencyUnknown]),
    ([.note1: "May reflect a ‘parallel’ market."], [.payoutCurrencyUnknown, .parallelMarket]),
    ([.lowTotal: "15.02"], [.totalMismatchLow]),
    ([.highTotal: "8.9"], [.totalMismatchHigh]),
    ([.lowRate: "19.1"], [.marginMismatchLow]),
    ([.highRate: "18.9"], [.marginMismatchHigh]),
    ([.interbank: "0"], [.interbankMissing]),
    ([.interbank: ""], [.interbankMissing]),
    ([.lowRate: "21.525", .lowMargin: "-5", .lowTotal: "5"], [.promotional]),
    ([.lowRate: "23.575", .lowMargin: "-15", .lowTotal: "-5"], [.promotional, .negativeTotal]),
    // Sent in dollars under the shilling's name: the amount gives it away.
    (
      [.lowAmount: "200", .lowFee: "20", .highAmount: "500", .highFee: "20"],
      [.amountUnlikeCorridor]
    ),
    ([.lowAmount: "0"], [.amountMissing]),
    ([.lowAmount: ""], [.amountMissing]),
    ([.lowCurrency: "USD", .highCurrency: "USD"], [.sendCurrencyUnlikeCorridor]),
    ([.highCurrency: "USD"], [.basketCurrenciesDiffer]),
    ([.lowDenomination: "201"], [.denominationUnexpected]),
    // A rate to the dollar among rates to the shilling, and a turned one.
    (
      [.interbank: "0.0077", .lowRate: "0.007315", .highRate: "0.007315"],
      [.rateLevelDiffers, .interbankCoarse]
    ),
    (
      [.interbank: "0.05", .lowRate: "0.0475", .highRate: "0.0475"],
      [.rateLevelDiffers, .interbankCoarse]
    ),
    // 14 and 19 August: the reference moves by nearly four per cent.
    ([.interbank: "21.25", .lowRate: "20.1875", .highRate: "20.1875"], [.interbankVaries]),
    ([.firm: "Firm 4", .pickupMethod: "Mobile wallet"], [.differsByPickupOnly]),
    ([.firm: "Firm 4"], [.duplicate]),
    ([.id: "4"], [.idRepeated]),
    ([.firm: "Western Union "], [.textTidied]),
    ([.lowFee: "free"], [.figureMissing, .figureUnreadable]),
    ([.lowFee: "N/A"], [.figureMissing, .placeholderToken]),
    ([.sourceIncome: ".."], [.placeholderToken]),
    ([.date: ""], [.dateMissing]),
    ([.date: "15/Aug/2024"], [.dateOutsideQuarter]),
    ([.corridor: "KENTZX"], [.corridorMismatch]),
    ([.accessPoint: "Not available"], [.accessNotCollected, .placeholderToken]),
    ([.pickupMethod: ""], [.pickupNotCollected]),
    ([.pickupLocation: ""], [.pickupLocationMissing]),
    ([.period: "third of 2025"], [.periodUnreadable, .dateMissing]),
  ]

  @Test(arguments: cases.indices)
  func flagsWhatIsDoubtful(index: Int) throws {
    let (changes, expected) = Self.cases[index]
    var flags = PriceFlags(flags: expected)
    if !expected.contains(.payoutCurrencyUnknown) { flags.set(.payoutCurrencyInferred) }
    #expect(try Self.flags(changes).codes.sorted() == flags.codes.sorted())
  }

  /// Kosovo has the World Bank's own code and the user-assigned one of ISO in the corridor.
  @Test func flagsUnofficialCodes() throws {
    let flags = try Self.flags([.destinationCode: "KSV", .corridor: "KENXKX"])
    #expect(flags.contains(.codeUnofficial) && flags.contains(.corridorMismatch))
    let currency = try Self.flags([.lowCurrency: "CFA", .highCurrency: "CFA"])
    #expect(currency.contains(.codeUnofficial))
    let fund = try Self.flags([.lowCurrency: "CLF", .highCurrency: "CLF"])
    #expect(fund.contains(.codeUnofficial))
  }

  @Test func keepsTheTextOfWhatItCannotRead() throws {
    let path = try SharedFiles.folder().appending(path: "rows.csv").path(percentEncoded: false)
    var row = Self.good
    row[.id] = "one"
    row[.lowFee] = "about 5"
    let columns = PriceColumn.allCases
    let text =
      columns.map { $0.header(old: true) }.joined(separator: ",") + "\n"
      + columns.map { row[$0] ?? "" }.joined(separator: ",") + "\nSource: World Bank"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let database = try SampleWorkbookTests.database()
    let summary = try SampleWorkbookTests.run(path, into: database)
    #expect(summary.rows == 1)
    let oddities = try database.text(
      "SELECT group_concat(field || '=' || value, ';') FROM (SELECT * FROM oddity ORDER BY field)")
    #expect(oddities == "low_fee=about 5;number=one")
  }
}
