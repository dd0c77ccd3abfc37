import CommandLineKit
import Quantities
import Remittances

/// Draws the quarters of a corridor as columns over a line of years.
public struct SeriesChart: Sendable {
  private let points: [QuarterPoint]
  private let isUTF8: Bool
  private static let height = 8
  private static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// - Parameter points: oldest first.
  public init(_ points: [QuarterPoint], isUTF8: Bool) {
    self.points = points
    self.isUTF8 = isUTF8
  }

  /// The lines of the chart; the oldest quarters are left out where they do not fit.
  ///
  /// The columns stand on 0 %. A quarter without a figure stays empty; one at or below 0 shows its
  /// sign in the lowest line.
  public func lines(width: Int) -> [String] {
    guard let last = points.last?.quarter, let first = points.first?.quarter else { return [] }
    let top = points.map(\.total200).max() ?? .zero
    let label = labels(top).map { displayWidth(of: $0) }.max() ?? 0
    let room = max(8, width - label - 2)
    let start = max(first.index, last.index - Int32(room) + 1)
    let byQuarter = Dictionary(
      points.map { ($0.quarter.index, $0.total200) }, uniquingKeysWith: { $1 })
    let quarters = Array(start...last.index)
    let levels = quarters.map { quarter in byQuarter[quarter].map { level($0, top) } }
    var lines: [String] = []
    for (row, text) in labels(top).enumerated() {
      let cells = levels.map { cell($0, row: Self.height - 1 - row) }
      lines.append(
        TextLayout.pad(text, to: label, .right) + (isUTF8 ? " ┤" : " |") + String(cells))
    }
    lines.append(
      String(repeating: " ", count: label) + (isUTF8 ? " └" : " +") + years(quarters))
    return lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }

  /// What stands beside the lines, from the top: figures at the ends and in the middle.
  private func labels(_ top: ExactDecimal) -> [String] {
    let half = try? top.divided(by: 2)
    return (0..<Self.height).map { row in
      switch row {
      case 0: "\(top.text(places: 1)) %"
      case Self.height / 2: half.map { "\($0.text(places: 1)) %" } ?? ""
      case Self.height - 1: "0 %"
      default: ""
      }
    }
  }

  /// The height of a figure in eighths of a line; 0 for figures that are not above zero.
  private func level(_ value: ExactDecimal, _ top: ExactDecimal) -> Int {
    guard value.signum > 0, top.signum > 0,
      let share = try? value.multiplied(by: ExactDecimal(Self.height * 8)).divided(by: top)
    else { return 0 }
    let rounded = try? share.rounded(places: 0, .halfUp)
    return max(1, rounded?.intValue ?? 1)
  }

  private func cell(_ level: Int?, row: Int) -> Character {
    guard let level else { return " " }
    if level == 0 { return row == 0 ? "-" : " " }
    let inRow = level - row * 8
    if !isUTF8 { return inRow >= 4 || (row == 0 && inRow > 0) ? "#" : " " }
    return inRow <= 0 ? " " : Self.steps[min(inRow, 8) - 1]
  }

  /// A line under the columns: each year's last two digits at its first quarter.
  private func years(_ quarters: [Int32]) -> String {
    var line = Array(repeating: isUTF8 ? Character("─") : "-", count: quarters.count)
    for (place, index) in quarters.enumerated() where index % 4 == 0 && place + 1 < line.count {
      let digits = Array(String(index / 4).suffix(2))
      line[place] = digits[0]
      line[place + 1] = digits[1]
    }
    return String(line)
  }
}
