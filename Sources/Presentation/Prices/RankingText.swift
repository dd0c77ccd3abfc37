import CommandLineKit
import Quantities
import Remittances

/// All corridors from a country as a table with bars.
public struct RankingText: Sendable {
  private let ranking: CorridorRanking
  private let width: Int
  private let style: Style
  private let isUTF8: Bool

  public init(_ ranking: CorridorRanking, width: Int, style: Style, isUTF8: Bool) {
    self.ranking = ranking
    self.width = width
    self.style = style
    self.isUTF8 = isUTF8
  }

  /// All lines.
  public var lines: [String] {
    guard let quarter = ranking.quarter else {
      return ["No corridor from \(ranking.from.name) is stored."]
    }
    var lines = [
      style.bold("Sending from \(ranking.from.name), \(quarter)"),
      "Mean total cost in per cent of the equivalent of 200 US dollars, cheapest first.",
    ]
    lines += table(ranking.entries, withQuarter: false)
    let count = ranking.entries.count
    lines += [
      "",
      "Mean of these \(count) corridors: \(PriceText.percent(ranking.simpleMean)); "
        + "weighted by estimated flows: \(PriceText.percent(ranking.weightedMean)).",
    ]
    if !ranking.older.isEmpty {
      lines += ["", style.bold("Corridors with older figures only")]
      lines += table(ranking.older, withQuarter: true)
    }
    var seen: Set<String> = []
    let licences = (ranking.entries + ranking.older).map(\.newest.provenance.licence)
    return lines + [""]
      + licences.filter { seen.insert($0).inserted }.flatMap {
        TextLayout.wrap("Source: \($0)", width: width, indent: "", hanging: "  ")
      }
      + TextLayout.wrap(
        "Flows: \(Attribution.bilateralFlows)", width: width, indent: "", hanging: "  ")
  }

  private func table(_ entries: [CorridorRanking.Entry], withQuarter: Bool) -> [String] {
    let longest = entries.map(\.newest.total200).max() ?? .zero
    var columns: [ColumnTable.Column] = [
      .init("to", shortensTo: 12), .init("mean", .right), .init("a year before", .right, goes: 1),
      .init("services", .right, goes: 3), .init("flow, mln $", .right, goes: 2),
      .init("", goes: 4),
    ]
    if withQuarter { columns.insert(.init("quarter"), at: 1) }
    let rows = entries.map { entry -> ColumnTable.Row in
      var cells = [
        entry.corridor.to.name, PriceText.percent(entry.newest.total200),
        entry.yearBefore.map { PriceText.percent($0.total200) } ?? "",
        entry.newest.services.map { String($0) } ?? "",
        entry.flow.map { $0.text(places: 0) } ?? "", bar(entry.newest.total200, longest),
      ]
      if withQuarter { cells.insert(entry.newest.quarter.description, at: 1) }
      return .init(cells)
    }
    return ColumnTable(columns: columns, rows: rows).lines(width: width, style: style)
  }

  private func bar(_ figure: ExactDecimal, _ longest: ExactDecimal) -> String {
    guard figure.signum > 0, longest.signum > 0,
      let share = try? figure.multiplied(by: 20).divided(by: longest).rounded(places: 0, .up)
    else { return "" }
    return String(repeating: isUTF8 ? "█" : "#", count: share.intValue ?? 0)
  }
}
