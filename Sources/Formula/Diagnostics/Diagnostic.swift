/// What is wrong in a rule file, where, and what would be right.
public struct Diagnostic: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable { case error, warning }

  /// A stable name of the fault (`formula.unit-mismatch`), apart from its wording.
  public let code: String
  public let severity: Severity
  public let message: String
  /// What would be right, where that can be said.
  public let hint: String?
  public let location: SourceLocation
  /// How many characters the caret underlines.
  public let length: Int

  public init(
    _ code: String, _ message: String, hint: String? = nil, at location: SourceLocation,
    length: Int = 1, severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
    self.location = location
    self.length = max(1, length)
  }

  /// The fault as a person reads it: place, message, the line of the file and a caret under it.
  ///
  /// - Parameter line: the text of the line at `location`, if it can be had.
  public func rendered(line: String?) -> String {
    var text = "\(location): \(severity.rawValue): \(message) [\(code)]"
    if let line {
      let margin = String(repeating: " ", count: String(location.line).count)
      let lead = String(line.prefix(location.column - 1).map { $0 == "\t" ? "\t" : " " })
      let room = max(1, line.count - (location.column - 1))
      let carets = String(repeating: "^", count: min(length, room))
      text += "\n \(location.line) | \(line)\n \(margin) | \(lead)\(carets)"
    }
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}

extension Diagnostic: Comparable {
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.location, left.code, left.message) < (right.location, right.code, right.message)
  }
}
