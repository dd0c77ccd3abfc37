/// What is wrong in a case or request, where, and what would be right.
public struct InputError: Error, Sendable, Hashable {
  /// A stable name of the fault (`case.unknown-country`), apart from its wording.
  public let code: String
  public let message: String
  /// What would be right, where that can be said.
  public let hint: String?
  /// The place in the input, in bytes from its beginning.
  public let offset: Int
  /// The place as a JSON pointer: `/periods/3/to`.
  public private(set) var path: String

  public init(_ code: String, _ message: String, hint: String? = nil, at offset: Int) {
    self.code = code
    self.message = message
    self.hint = hint
    self.offset = offset
    path = ""
  }

  /// The same fault seen from the container that holds its value under `component`.
  func within(_ component: some StringProtocol) -> InputError {
    var outer = self
    let escaped = component.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    outer.path = "/\(escaped)\(path)"
    return outer
  }

  /// Line and column of the place, both from 1, columns in bytes.
  public func position(in bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }

  /// The fault as a person reads it: place, message, the line around it and a caret.
  public func rendered(file: String, bytes: [UInt8]) -> String {
    let (line, column) = position(in: bytes)
    let start = bytes.prefix(offset).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    // A long line is shown only around the place.
    let from = max(start, offset - 60)
    let through = min(end, offset + 40)
    let shown = String(
      String(decoding: bytes[from..<max(from, through)], as: UTF8.self).map {
        $0 == "\t" ? " " : $0
      })
    let lead = String(decoding: bytes[from..<max(from, min(offset, bytes.count))], as: UTF8.self)
    var text = "\(file):\(line):\(column): error: \(message) [\(code)]"
    if !path.isEmpty { text += "\n  at \(path)" }
    text += "\n  | \(from > start ? "…" : "")\(shown)\(through < end ? "…" : "")"
    text += "\n  | \(from > start ? " " : "")\(String(repeating: " ", count: lead.count))^"
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}
