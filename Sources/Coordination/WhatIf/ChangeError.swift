/// Why a change cannot be read or made.
public struct ChangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Stable, such as `change.unknown-country`.
  public let code: String
  /// What is wrong.
  public let message: String
  /// What would be right.
  public let hint: String

  public init(_ code: String, _ message: String, hint: String = "") {
    self.code = code
    self.message = message
    self.hint = hint
  }

  public var description: String { hint.isEmpty ? message : "\(message); \(hint)" }
}
