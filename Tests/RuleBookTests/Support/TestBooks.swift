import Formula

@testable import RuleBook

/// The small rule books beside these tests.
enum TestBooks {
  /// The folder of the tests, by where this file was compiled.
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/")
  }()

  static let good = RuleBook(at: "\(folder)/good")

  /// The folders of faulty books, by the name of the fault.
  static let bad: [String] = BookFiles(root: folder).names(in: "bad")

  static func bad(_ name: String) -> RuleBook { RuleBook(at: "\(folder)/bad/\(name)") }

  /// The faults a book's files announce: `file:line:column code`.
  ///
  /// A comment line `#   ^ code` marks a fault in the line above it, at the caret's column;
  /// `#< code` one in its first column. What cannot be marked stands in a file `expected`.
  static func expectedFaults(of name: String) -> [String] {
    let files = BookFiles(root: "\(folder)/bad/\(name)")
    var faults: [String] = []
    if let source = files.read("expected") {
      faults += String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").map(
        String.init)
    }
    for path in files.files(below: "", ending: ".yaml") {
      guard let source = files.read(path) else { continue }
      var target = 0
      for (index, line) in String(decoding: source.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        if let (column, code) = mark(line) {
          faults.append("\(path):\(target):\(column) \(code)")
        } else {
          target = index + 1
        }
      }
    }
    return faults.sorted()
  }

  private static func mark(_ line: Substring) -> (column: Int, code: String)? {
    guard line.first == "#" else { return nil }
    if line.hasPrefix("#< ") { return (1, String(line.dropFirst(3))) }
    let rest = line.dropFirst().drop { $0 == " " }
    guard rest.hasPrefix("^ ") else { return nil }
    return (line.count - rest.count + 1, String(rest.dropFirst(2)))
  }
}
