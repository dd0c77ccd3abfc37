import Coordination
import Foundation
import Quantities
import RuleBook

@testable import Interchange

/// The papers of `Imports/`, and what is made of them.
enum ImportFiles {
  static let folder = TestFiles.folder.appending(path: "Imports")

  static let words: [CareerWords] =
    (try? RuleBook(at: TestFiles.rules).careerWords()) ?? []
  static let vocabulary = TableVocabulary(words)

  /// The papers of a folder, by file name.
  static func papers(_ name: String) -> [String] {
    let all =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: name).path)) ?? []
    let endings = [".csv", ".xml", ".json"]
    return all.filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  static func text(_ path: String) -> String? {
    (try? bytes(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a paper says, with the settings beside it.
  static func draft(_ path: String) throws -> CaseDraft {
    let bytes = try bytes(path)
    return ImportKind(recognizing: bytes).read(
      bytes, settings(beside: path), today: TestFiles.today
    ) { vocabulary }
  }

  private static func settings(beside path: String) -> ImportSettings {
    var settings = ImportSettings()
    let name = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)
    for line in (text("\(name).settings") ?? "").split(separator: "\n") {
      let parts = line.split(separator: "=").map(String.init)
      switch parts[0] {
      case "country": settings.country = Country(parts[1])
      case "dates": settings.dates = .init(rawValue: parts[1])
      default: settings.decimals = .init(rawValue: parts[1])
      }
    }
    return settings
  }

  /// The case of one paper about somebody born on 1960-05-14, and all that is said of it.
  static func assembled(_ draft: CaseDraft) -> (text: String?, findings: [ImportFault]) {
    var assembly = CaseAssembly(today: TestFiles.today)
    assembly.add(draft, named: "paper")
    if draft.born == nil {
      assembly.say(Day(year: 1960, month: 5, day: 14), nil, nil, [], "the command line")
    }
    let made = assembly.finish()
    let text = made.map {
      String(decoding: CaseWriter(notes: $0.notes).bytes(of: $0.career), as: UTF8.self)
    }
    return (text, assembly.findings.map(\.fault))
  }

  /// Code and place of each finding, a line each.
  static func lines(_ findings: [ImportFault]) -> String {
    findings.map { fault in
      let place =
        switch fault.place {
        case .whole: "whole"
        case .cell(let row, let column, _): "\(row)" + (column.map { ":\($0)" } ?? "")
        case .path(let path): path
        case .line(let line, let column): "\(line):\(column)"
        }
      return "\(fault.severity.rawValue) \(fault.code) \(place)\n"
    }.joined()
  }
}
