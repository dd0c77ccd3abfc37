import Quantities

/// A result beside the pension itself, such as a family maximum.
public struct NamedFigure: Sendable, Hashable {
  public let id: String
  public let name: [String: String]
  public let value: ExactDecimal
  public let unit: String
  /// Whether it is the figure behind a theoretical amount: as if all periods were own.
  public var isTheoretical = false
}
