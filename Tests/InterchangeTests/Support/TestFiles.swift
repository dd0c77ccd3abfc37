import Foundation
import Quantities

/// Where the tests find their files.
enum TestFiles {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  static let package = folder.deletingLastPathComponent().deletingLastPathComponent()
  static let rules = package.appending(path: "Rules").path(percentEncoded: false)
  static let suite = package.appending(path: "Tests/Data/JSONTestSuite/test_parsing")

  /// A day after every period of the case files.
  static let today = Day(year: 2026, month: 11, day: 23) ?? .latest

  /// The JSON files of a folder of cases, by name.
  static func cases(_ name: String) -> [String] {
    names(in: folder.appending(path: "Cases/\(name)"))
  }

  static func names(in folder: URL) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "Cases/\(path)")))
  }

  /// The value of a variable of the environment as a number.
  static func number(_ variable: String, otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? otherwise
  }
}
