import Quantities

/// A small JSON tree to write: decimals become texts, so that no reader rounds them.
public indirect enum PriceJSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case text(String)
  case list([PriceJSON])
  case object([(String, PriceJSON)])

  /// A decimal as text, or null.
  public static func decimal(_ value: ExactDecimal?) -> PriceJSON {
    value.map { .text($0.normalized.description) } ?? .null
  }

  /// A text, or null.
  public static func optional(_ value: String?) -> PriceJSON { value.map { .text($0) } ?? .null }

  /// A whole number, or null.
  public static func optional(_ value: Int?) -> PriceJSON { value.map { .integer($0) } ?? .null }

  /// The tree on one line.
  public var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .text(let value): Self.quoted(value)
    case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
    }
  }

  /// A text in quotes, with quotes, backslashes and control characters escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
