import Foundation

/// Where the tests find data: what the repository holds, and the research folder beside it.
enum SharedFiles {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = package.deletingLastPathComponent().appending(path: "shared")
  static let remittances = shared.appending(path: "remittances").path(percentEncoded: false)
  static let cases = shared.appending(path: "cases").path(percentEncoded: false)

  /// Whether the research folder is there; tests that need it are skipped where it is not.
  static let exist = FileManager.default.fileExists(atPath: remittances + "/NOTES.md")

  /// A new empty folder for one test.
  static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
