import Quantities
import Remittances

/// Draws fee and margin of a cost as one bar, so that services can be compared at a glance.
public struct CostBar: Sendable {
  /// Columns of the longest bar.
  public let width: Int
  private let longest: ExactDecimal
  private let fee: Character
  private let margin: Character

  /// - Parameters:
  ///   - costs: all costs that will be drawn; the largest of them fills the width.
  ///   - isUTF8: whether block characters can be shown; `#` and `-` stand in for them.
  public init(costs: [TransferCost], width: Int, isUTF8: Bool) {
    self.width = width
    longest = costs.map(Self.length).max() ?? .zero
    (fee, margin) = isUTF8 ? ("█", "░") : ("#", "-")
  }

  /// The line that explains the bar.
  public var key: String { "\(fee) fee  \(margin) margin" }

  /// The bar of one cost. A negative margin draws nothing; an unknown one ends in `?`.
  public func draw(_ cost: TransferCost) -> String {
    let feeEnd = columns(Self.positive(cost.feePercent))
    let end = columns(Self.length(cost))
    return String(repeating: fee, count: feeEnd)
      + String(repeating: margin, count: max(0, end - feeEnd))
      + (cost.marginPercentOfAmount == nil ? "?" : "")
  }

  private static func length(_ cost: TransferCost) -> ExactDecimal {
    let margin = positive(cost.marginPercentOfAmount ?? .zero)
    return (try? positive(cost.feePercent).adding(margin)) ?? .zero
  }

  private static func positive(_ percent: ExactDecimal) -> ExactDecimal { max(percent, .zero) }

  /// A share of the width, rounded; anything above 0 gets a column.
  private func columns(_ percent: ExactDecimal) -> Int {
    guard longest > .zero, percent > .zero,
      let share = try? percent.multiplied(by: ExactDecimal(width)).divided(by: longest)
        .rounded(places: 0, .halfUp).intValue
    else { return 0 }
    return min(max(share, 1), width)
  }
}
