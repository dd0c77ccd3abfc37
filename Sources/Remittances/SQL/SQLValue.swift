/// A value to bind to a parameter of a statement.
public enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }

  /// A whole number, or null.
  public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }

  /// A text, or null.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}
