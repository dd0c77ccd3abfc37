/// Why a text is not JSON, or more JSON than the limits allow.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable name for each way to fail.
  public enum Code: String, Sendable {
    case unexpectedEnd = "json.unexpected_end"
    case unexpectedByte = "json.unexpected_byte"
    case badNumber = "json.bad_number"
    case badEscape = "json.bad_escape"
    case controlCharacter = "json.control_character"
    case badUTF8 = "json.bad_utf8"
    case trailingBytes = "json.trailing_bytes"
    case tooDeep = "json.too_deep"
    case tooLong = "json.too_long"
    case tooManyValues = "json.too_many_values"
  }

  public let code: Code
  /// The byte, counted from 0, where reading stopped.
  public let offset: Int
  /// What would have been right there.
  public let expected: String

  public var description: String {
    "\(code.rawValue) at byte \(offset): expected \(expected)"
  }
}
