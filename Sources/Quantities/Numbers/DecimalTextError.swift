/// Why a text is not an exact decimal.
public enum DecimalTextError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not `[-+]digits[.digits][e[-+]digits]`.
  case invalid
  /// The number is well written but has more than 24 fractional or 38 digits in all.
  case outOfRange

  /// The stable name of this error, independent of its wording.
  public var code: String {
    switch self {
    case .invalid: "decimal.invalid"
    case .outOfRange: "decimal.out-of-range"
    }
  }

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .invalid: "not a number; write digits, then if needed a point and more digits"
    case .outOfRange: "number out of range; at most 38 digits, of them at most 24 after the point"
    }
  }
}
