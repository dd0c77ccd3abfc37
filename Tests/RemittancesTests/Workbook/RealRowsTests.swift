import Testing

@testable import Remittances

/// The rows of 2011 to 2014, all of them, against the counts that were worked out independently.
@Suite(.enabled(if: SharedFiles.exist)) struct RealRowsTests {
  static let imported = Result {
    let database = try SQLDatabase(path: "", mode: .memory)
    try PriceSchema.create(in: database)
    let summary = try PriceImport.run(
      SharedFiles.remittances + "/rpw_rows_2011_2014.csv.gz", into: database,
      retrieved: Instant(seconds: 0))
    return summary
  }

  @Test func losesNoRowAndFlagsWhatTheNotesCount() throws {
    let summary = try Self.imported.get()
    #expect(summary.rows == 28_467)
    #expect(summary.corridors == 235)
    #expect(summary.firms == 516)
    #expect(summary.flagged[.totalMismatchLow] == 28_460 - 28_269)
    #expect(summary.flagged[.totalMismatchHigh] == 28_387 - 28_241)
    #expect(summary.flagged[.marginMismatchLow] == 993)
    #expect(summary.flagged[.marginMismatchHigh] == 996)
    #expect(summary.flagged[.notTransparent] == 2724)
    #expect(summary.flagged[.duplicate] == 103)
    for (flag, count) in summary.flagged.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print(flag.code, count)
    }
  }
}
