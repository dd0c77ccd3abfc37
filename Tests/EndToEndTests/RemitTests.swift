import Foundation
import Testing

@testable import Remittances

/// `sojourn remit` and `sojourn rates` as whole processes, without a network.
@Suite(.enabled(if: RemitRun.program != nil, "the program was not built"))
struct RemitTests {
  @Test func aCorridorFromTheCache() throws {
    let run = try RemitRun()
    let result = try run.sojourn(["remit", "US", "MX", "500", "--offline"])
    #expect(result.status == 0)
    #expect(result.output.contains("Western Union"))
    #expect(result.output.contains("8,863.84 MXN"))
    #expect(result.output.contains("wise.comparison"))
    #expect(result.output.contains("the fee is taken out of the amount"))
  }

  @Test func forPrograms() throws {
    let run = try RemitRun()
    let json = try run.sojourn(["remit", "US", "MX", "500", "--offline", "--format", "json"])
    let root = try JSONNode(reply: Array(json.output.utf8))
    let services = try root.member("services").items()
    #expect(services.count >= 6)
    #expect(try services[0].member("best").bool())
    for service in services {
      let provenance = try service.member("provenance")
      for name in ["source", "observed", "retrieved", "tier", "licence"] {
        #expect(try !provenance.member(name).text().isEmpty)
      }
    }
    let csv = try run.sojourn(["remit", "US", "MX", "500", "--offline", "--format", "csv"])
    #expect(csv.output.split(whereSeparator: \.isNewline).count == services.count + 1)
  }

  @Test(
    .enabled(if: RemitRun.path(of: "strace") != nil, "strace is needed"),
    arguments: [
      ["remit", "US", "MX", "500", "--offline"], ["remit", "DE", "TR", "300", "--offline"],
      ["remit", "US", "MX", "500"], ["rates", "status"],
    ])
  func opensNoSocket(_ arguments: [String]) throws {
    // The third finds quotes and rates fresh in the cache, so it has nothing to ask either.
    let run = try RemitRun()
    let record = run.folder.appending(path: "strace.txt").path(percentEncoded: false)
    let strace = try #require(RemitRun.path(of: "strace"))
    let program = try #require(RemitRun.program)
    let result = try run.start(
      strace, ["-f", "-e", "trace=%network", "-o", record, program] + arguments)
    #expect(result.status == 0)
    let calls = try String(contentsOfFile: record, encoding: .utf8)
      .split(separator: "\n").filter { $0.contains("(") }
    #expect(calls.isEmpty, "\(calls)")
  }

  @Test func withoutAnythingStoredTheSourceIsUnavailable() throws {
    let run = try RemitRun(isEmpty: true)
    let result = try run.sojourn(["remit", "US", "MX", "500", "--offline"])
    #expect(result.status == 69)
    #expect(result.output.replacing("\n", with: " ").contains("no connection was allowed"))
  }

  @Test(arguments: [
    ["remit", "US", "Atlantis", "5"], ["remit", "US", "US", "5"], ["remit", "US", "MX", "0"],
    ["remit", "US", "MX", "5.001"], ["remit", "US", "MX"], ["remit", "US", "SU", "5"],
    ["remit", "AQ", "MX", "5"], ["remit", "US", "MX", "5", "--max-age", "soon"],
    ["remit", "US", "MX", "5", "--mode", "free"], ["remit", "US", "MX", "5", "--currency", "DEM"],
    ["rates", "refresh", "nobody"],
  ])
  func wrongCommandLines(_ arguments: [String]) throws {
    #expect(try RemitRun().sojourn(arguments).status == 64)
  }

  @Test func aWrongListOfSourcesIsBadInput() throws {
    let run = try RemitRun()
    let list = run.folder.appending(path: "RateCache/sources.yaml")
    try "format: other\n".write(to: list, atomically: true, encoding: .utf8)
    let result = try run.sojourn(["rates", "status"])
    #expect(result.status == 65)
    #expect(result.errors.contains("sources.yaml:1:9: sources.wrong_format"))
  }

  @Test func aCacheThatCannotBeUsedIsDoneWithout() throws {
    var run = try RemitRun()
    run.cache = run.folder.appending(path: "folder.sqlite").path(percentEncoded: false)
    try FileManager.default.createDirectory(
      atPath: run.cache, withIntermediateDirectories: true)
    let result = try run.sojourn(["remit", "US", "MX", "500", "--offline"])
    #expect(result.status == 0)
    #expect(result.errors.contains("cache"), "\(result.errors)")
  }

  /// Offline nothing is stored, so that no cache is made where there is none.
  @Test func offlineNoCacheIsMade() throws {
    var run = try RemitRun()
    run.cache = run.folder.appending(path: "none").path(percentEncoded: false)
    let result = try run.sojourn(["remit", "US", "MX", "500", "--offline"])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: run.cache))
  }

  @Test func statusListsEverySource() throws {
    let run = try RemitRun()
    let result = try run.sojourn(["rates", "status", "--format", "json"])
    let root = try JSONNode(reply: Array(result.output.utf8))
    #expect(try root.member("sources").items().count == 10)
    #expect(try root.member("cache").text().hasSuffix("/cache/rates.sqlite"))
  }
}
