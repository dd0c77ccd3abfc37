/// What can go wrong in exact arithmetic.
public enum ArithmeticError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The result has no representation of at most 38 digits that keeps 12 fractional digits.
  case overflow
  /// A division by zero, or a rounding to a quantum of zero.
  case divisionByZero

  /// The stable name of this error, independent of its wording.
  public var code: String {
    switch self {
    case .overflow: "arithmetic.overflow"
    case .divisionByZero: "arithmetic.division-by-zero"
    }
  }

  /// What is wrong, as a phrase.
  public var description: String {
    switch self {
    case .overflow: "the result needs more than 38 digits"
    case .divisionByZero: "division by zero"
    }
  }
}
