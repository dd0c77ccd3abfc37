import Formula
import Quantities

/// A small example: one step of a scheme, with some names given.
public struct FormulaQuestion: Sendable {
  public let scheme: String
  public let step: String
  public let setting: Setting
  public let start: Day
  public let birth: Day
  public let asOf: Day?
  /// Names of steps, inputs or parameters with their values.
  let given: [YAMLNode.Entry]
  let node: YAMLNode
}
