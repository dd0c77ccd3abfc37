import Foundation
import Quantities
import Testing

@testable import Remittances

@Suite struct ExportTests {
  /// What is exported and imported again has the same cells and the same flags.
  @Test func comesBackAsItWas() throws {
    let snapshot = SharedFiles.package.appending(path: "RateCache/snapshot.sqlite")
      .path(percentEncoded: false)
    let archive = try PriceArchive.snapshot(snapshot)
    var text = ""
    var export = PriceExport(archive) { text += $0 }
    let count = try export.rows(from: Country("SN"))
    #expect(count == 29)
    let path = try SharedFiles.folder().appending(path: "sn.csv").path(percentEncoded: false)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let database = try SampleWorkbookTests.database()
    try SampleWorkbookTests.run(path, into: database)
    var again = ""
    var second = PriceExport(PriceArchive(database)) { again += $0 }
    try second.rows()
    // The old sheet has no column for these, so that its rows could not lack them.
    #expect(again.replacing(" pickup_location_missing", with: "") == text)
    #expect(text.contains("CFA") && text.contains("code_unofficial"))
  }

  @Test func writesTheMeans() throws {
    let archive = try OracleTests.archive()
    var lines = 0
    var export = PriceExport(archive) { lines += $0.split(separator: "\r\n").count }
    let count = try export.means()
    #expect(count == 10_468 + 5139 && lines == count + 1)
  }
}
