import Foundation
import Testing

/// Texts kept in `Snapshots`, to be compared with what is made now.
///
/// With `RECORD_SNAPSHOTS=1` in the environment they are written anew instead.
enum Snapshot {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")

  static func expect(
    _ text: String, named name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != text else { return }
    Issue.record(
      "\(name).txt differs (- kept, + now):\n\(difference(from: kept, to: text))",
      sourceLocation: location)
  }

  /// The lines that differ, each with its number, removed ones first.
  static func difference(from kept: String, to text: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changes: [(line: Int, order: Int, text: String)] = new.difference(from: old).map {
      switch $0 {
      case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): \(line)")
      }
    }
    return changes.sorted { ($0.line, $0.order) < ($1.line, $1.order) }
      .map(\.text).joined(separator: "\n")
  }
}
