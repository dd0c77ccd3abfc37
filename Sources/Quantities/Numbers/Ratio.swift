/// A fraction as it is printed, not reduced: 18 of 40, or 13.5 of 40.
public struct Ratio: Sendable, Hashable, CustomStringConvertible {
  /// The part, as printed.
  public let numerator: ExactDecimal
  /// The whole, as printed; not 0.
  public let denominator: ExactDecimal
  /// The same share in lowest terms.
  public let fraction: Fraction

  /// Creates the ratio of two numbers.
  ///
  /// Throws `divisionByZero`, or `overflow` where the fraction has no exact form.
  public init(
    _ numerator: ExactDecimal, over denominator: ExactDecimal
  ) throws(ArithmeticError) {
    fraction = try Fraction(numerator, over: denominator)
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates the ratio of two whole numbers; throws as ``init(_:over:)`` does.
  public init(_ numerator: Int, over denominator: Int) throws(ArithmeticError) {
    try self.init(ExactDecimal(numerator), over: ExactDecimal(denominator))
  }

  /// This share of an amount; see ``Fraction/of(_:)``.
  public func of(_ amount: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    try fraction.of(amount)
  }

  /// The ratio as printed, such as "18/40".
  public var description: String { "\(numerator)/\(denominator)" }
}
