import Coordination
import Foundation
import Quantities
import RuleBook

/// The shipped rule book and test data, found from this file.
enum Book {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let rules = RuleBook(at: root.appending(path: "Rules").path)

  static let today = Day("2026-11-23") ?? .latest

  static let engine = Engine(library: rules, today: today)

  /// A file of cases copied into the repository.
  static func cases(_ name: String) -> String {
    let url = root.appending(path: "Tests/LawTests/Cases/\(name)")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  static func lines(_ name: String) -> [String] {
    cases(name).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The objects of a file with one JSON object a line.
  static func decode<Case: Decodable>(_ name: String) -> [Case] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return lines(name).compactMap { try? decoder.decode(Case.self, from: Data($0.utf8)) }
  }
}
