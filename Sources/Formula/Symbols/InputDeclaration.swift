/// A name the engine gives a value to: the birth date, the earnings, a fact of the case.
public struct InputDeclaration: Sendable, Hashable {
  public let name: String
  public let type: ValueType
  /// Whether the case may leave it out; `known(name)` then tells, and using it unknown is missing data.
  public let isFact: Bool

  public init(name: String, type: ValueType, isFact: Bool = false) {
    self.name = name
    self.type = type
    self.isFact = isFact
  }
}
