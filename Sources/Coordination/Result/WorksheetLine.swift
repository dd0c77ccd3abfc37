import Formula
import Quantities

/// One step of a computation as a person checks it by hand.
public struct WorksheetLine: Sendable, Hashable {
  public let step: String
  /// By language code.
  public let name: [String: String]
  public let setting: Setting
  /// The sentence with its figures, or the formula with them.
  public let sentence: Phrase
  public let value: Figure
  public let unit: String
  public let law: String
  /// The rounding the law orders, such as "half_up to 0.01 (§ 123)"; empty where none.
  public let rounding: Phrase

  /// The figures by year, when the line is a series.
  public var byYear: YearSeries? {
    if case .series(let series) = value.value { series } else { nil }
  }
}
