import Foundation
import Testing

@testable import Quantities

@Suite struct CodeTableTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let canCheck =
    FileManager.default.fileExists(atPath: "/usr/share/iso-codes/json/iso_3166-1.json")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  @Test(.enabled(if: canCheck, "needs the package iso-codes and Python"))
  func theTablesAreWhatTheirSourcesSay() throws {
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/python3")
    check.arguments = [Self.root.appending(path: ".ci/iso-codes").path, "--check"]
    let complaints = Pipe()
    check.standardError = complaints
    try check.run()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }

  @Test func fieldsAreFoundByRowAndColumn() {
    let table = CodeTable("AA|1||Name|other;names\nBB||2001|Ñame|", nameColumn: 3)
    #expect(table.count == 2)
    #expect(table.text(0, 0) == "AA" && table.number(0, 1) == 1 && table.number(1, 1) == nil)
    #expect(table.withdrawn(0) == nil && table.withdrawn(1) == "2001")
    #expect(table.name(1) == "Ñame" && table.otherNames(0) == ["other", "names"])
    #expect(table.otherNames(1).isEmpty && table.text(1, 9).isEmpty)
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1), ("", "ab", 2),
    ("kitten", "sitting", 3), ("abcd", "wxyz", nil), ("ca", "abc", 3),
  ])
  func distances(left: String, right: String, expected: Int?) {
    #expect(Suggestion.distance(Array(left.utf8), Array(right.utf8), limit: 3) == expected)
  }
}
