/// A value of the law that a run has used.
public struct ParameterUse: Sendable, Hashable {
  public let parameter: Int
  /// Day number, year or whole number, by the parameter's shape.
  public let key: Int
  /// The key of the row that was found.
  public let rowKey: Int

  public init(parameter: Int, key: Int, rowKey: Int) {
    self.parameter = parameter
    self.key = key
    self.rowKey = rowKey
  }
}
