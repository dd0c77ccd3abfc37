/// What is wrong in a list of price sources, and where.
public struct SourceListError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable name for each mistake.
  public enum Code: String, Sendable {
    case unreadable = "sources.unreadable"
    case notYAML = "sources.not_yaml"
    case forbiddenYAML = "sources.forbidden_yaml"
    case tooDeep = "sources.too_deep"
    case duplicateKey = "sources.duplicate_key"
    case unknownKey = "sources.unknown_key"
    case missingKey = "sources.missing_key"
    case wrongKind = "sources.wrong_kind"
    case wrongFormat = "sources.wrong_format"
    case badValue = "sources.bad_value"
    case badTemplate = "sources.bad_template"
    case duplicateSource = "sources.duplicate_source"
  }

  public let code: Code
  public let file: String
  /// Counted from 1; 0 where the file as a whole is meant.
  public let line: Int
  public let column: Int
  /// What is wrong and what would be right.
  public let message: String

  public var description: String {
    "\(file):\(line):\(column): \(code.rawValue): \(message)"
  }
}
