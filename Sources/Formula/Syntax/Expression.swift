import Quantities

/// A formula as it was written, before names are looked up.
public struct Expression: Sendable, Hashable {
  indirect enum Kind: Sendable, Hashable {
    case number(ExactDecimal, unit: Unit)
    case date(Day)
    case name(String)
    case negated(Expression)
    case not(Expression)
    case binary(Operator, Expression, Expression)
    case conditional(Expression, then: Expression, else: Expression)
    case at(Expression, Expression)
    case element(Expression, Expression)
    case call(String, [Expression])
    case range(Expression, Expression)
    /// `[employed, sickness]`: classes of periods taken together.
    case list([Expression])
    /// `sum(y in a..b: body)`, or over a list `sum(c in children_born: body)`.
    case loop(String, variable: String, over: Expression, body: Expression)
    /// `fold(x = initial; y in a..b: body)`.
    case fold(
      accumulator: String, initial: Expression, variable: String, over: Expression,
      body: Expression)
  }

  enum Operator: String, Sendable, Hashable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and, or
    case contains = "in"

    /// The comparison a sign writes; nil for any other sign.
    init?(comparison sign: String) {
      // Most signs are none, and their first character tells.
      switch sign.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        self.init(rawValue: sign)
      default: return nil
      }
    }
  }

  let kind: Kind
  /// Where it stands in the fragment, in UTF-8 bytes.
  let range: Range<Int>

  /// Reads a formula.
  ///
  /// - Throws: a diagnostic with the place of the first fault.
  public static func parse(_ fragment: SourceFragment) throws(Diagnostic) -> Expression {
    var parser = try Parser(fragment)
    return try parser.parseAll()
  }
}
