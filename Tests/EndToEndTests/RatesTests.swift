import Foundation
import Testing

@testable import Remittances

/// `sojourn rates import | export | snapshot` and the stored surveys, as whole processes.
@Suite(.enabled(if: RemitRun.program != nil, "the program was not built"))
struct RatesTests {
  private static func write(_ sample: SampleWorkbook, in run: RemitRun) throws -> String {
    let path = run.folder.appending(path: "sample.xlsx").path(percentEncoded: false)
    try sample.write(to: path, compression: 1)
    return path
  }

  @Test func whatIsImportedIsAnswered() throws {
    var run = try RemitRun()
    run.cache += "/not/there/yet"
    let path = try Self.write(SampleWorkbook(oldRows: 0, newRows: 6000), in: run)
    let result = try run.sojourn(["rates", "import", path])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.contains("Imported 6,000 rows of sample.xlsx"))
    #expect(result.output.contains("Dataset (from Q2 2016): 6,000 rows"))
    #expect(result.output.contains("negative margin"))
    let statistics = try run.sojourn(["remit", "--stats", "JP", "JM"])
    // Nobody surveys this corridor, so that all of the answer is from the import.
    #expect(statistics.status == 0)
    #expect(statistics.output.contains("(transparent services)."))
    #expect(statistics.output.contains("█"))
    #expect(statistics.output.contains("SmaRT-style mean of the three cheapest by distinct firm"))
    #expect(statistics.output.contains("not for a corridor"))
    let rows = try run.sojourn(["rates", "export", "--from", "US", "--to", "MX"])
    let lines = rows.output.split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("id,period,source_code") == true)
    #expect(lines.count > 10 && lines.dropFirst().allSatisfy { $0.contains(",USA,") })
  }

  @Test func theSnapshotIsRanked() throws {
    let run = try RemitRun()
    let text = try run.sojourn(["remit", "--rank-from", "GB"])
    #expect(text.status == 0 && text.output.contains("Pakistan"))
    #expect(text.output.contains("weighted by estimated flows"))
    let json = try run.sojourn(["remit", "--rank-from", "GB", "--format", "json"])
    let root = try JSONNode(reply: Array(json.output.utf8))
    #expect(try root.member("quarter").text() == "2025-Q1")
    #expect(try root.member("corridors").items().count > 20)
    let csv = try run.sojourn(["remit", "--stats", "GB", "NG", "--format", "csv"])
    #expect(csv.output.contains("GB,NG,2025-Q1,3.135"))
    let none = try run.sojourn(["remit", "--stats", "LI", "TV"])
    #expect(none.status == 69 && none.errors.contains("rates import"))
  }

  @Test func whatCannotBeImportedChangesNothing() throws {
    let run = try RemitRun()
    let path = try Self.write(SampleWorkbook(oldRows: 200, newRows: 200), in: run)
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    let broken = try run.sojourn(["rates", "import", path])
    #expect(broken.status == 65 && broken.errors.contains("workbook.not_an_archive"))
    let missing = try run.sojourn(["rates", "import", path + ".not"])
    #expect(missing.status == 74 && missing.errors.contains("workbook.cannot_open"))
    let still = try run.sojourn(["remit", "--stats", "GB", "NG"])
    #expect(still.status == 0)
  }

  /// Killed at some moment of the import, the database has all rows of before and none of these.
  @Test(arguments: [20, 60, 120, 250, 500])
  func aKilledImportLeavesNothing(milliseconds: Int) throws {
    let run = try RemitRun()
    let first = try Self.write(SampleWorkbook(oldRows: 50, newRows: 0), in: run)
    let database = run.folder.appending(path: "prices.sqlite").path(percentEncoded: false)
    #expect(try run.sojourn(["rates", "import", first, "--database", database]).status == 0)
    let second = try Self.write(SampleWorkbook(oldRows: 0, newRows: 12_000), in: run)
    let process = Process()
    process.executableURL = URL(filePath: try #require(RemitRun.program))
    process.arguments = ["rates", "import", second, "--database", database, "--quiet"]
    try process.run()
    usleep(UInt32(milliseconds) * 1000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let rows = try PriceArchive.imported(database).rowCount()
    #expect(rows == (process.terminationStatus == 0 ? 12_050 : 50))
  }

  @Test func makesTheSnapshotOnlyFromWhatIsThere() throws {
    let run = try RemitRun()
    let output = run.folder.appending(path: "new.sqlite").path(percentEncoded: false)
    let result = try run.sojourn([
      "rates", "snapshot", run.folder.path(percentEncoded: false), "-o", output,
    ])
    #expect(result.status == 74 && result.errors.contains("rpw_rows_2011_2014.csv.gz"))
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
