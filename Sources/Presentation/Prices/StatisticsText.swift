import CommandLineKit
import Quantities
import Remittances

/// The statistics of a corridor as text: series, means, cheapest ways, reference lines, sources.
public struct StatisticsText: Sendable {
  private let corridor: Corridor
  private let series: [QuarterPoint]
  private let statistics: CorridorStatistics?
  private let width: Int
  private let style: Style
  private let isUTF8: Bool

  /// - Parameters:
  ///   - series: oldest quarter first, not empty.
  ///   - statistics: of the newest quarter that has single services; nil where none has.
  public init(
    corridor: Corridor, series: [QuarterPoint], statistics: CorridorStatistics?, width: Int,
    style: Style, isUTF8: Bool
  ) {
    self.corridor = corridor
    self.series = series
    self.statistics = statistics
    self.width = width
    self.style = style
    self.isUTF8 = isUTF8
  }

  /// All lines.
  public var lines: [String] {
    var lines = [
      style.bold("Sending from \(corridor.from.name) to \(corridor.to.name)"),
      "Mean total cost in per cent of the equivalent of 200 US dollars, by quarter, fee on top:",
    ]
    lines += SeriesChart(series, isUTF8: isUTF8).lines(width: width)
    if let newest = series.last { lines += [""] + self.newest(newest) }
    if let statistics {
      lines += [""] + services(statistics)
    } else {
      lines += [
        "", "No single services are stored for this corridor, so there is no cheapest one.",
      ]
    }
    return lines + [""] + sources
  }

  private func newest(_ point: QuarterPoint) -> [String] {
    var line = "\(point.quarter): mean \(PriceText.percent(point.total200)) at $200"
    if let high = point.total500 { line += ", \(PriceText.percent(high)) at $500" }
    if let services = point.services { line += ", \(services) services" }
    return wrapped(line + " (\(Self.name(point.basis))).")
      + wrapped(ReferenceLines.sentence(mean: point.total200))
  }

  private func services(_ statistics: CorridorStatistics) -> [String] {
    var lines = [
      style.bold("Services surveyed in \(statistics.quarter)")
        + " (\(statistics.services) transparent rows of \(statistics.firms) firms, "
        + "\(statistics.opaque) rows left out as not transparent)"
    ]
    lines.append(
      "Simple mean \(PriceText.percent(statistics.mean200)) at $200, "
        + "\(PriceText.percent(statistics.mean500)) at $500.")
    for smart in [statistics.smartByRow, statistics.smartByFirm] {
      let unit = smart.unit == .row ? "by row" : "by distinct firm"
      let names = smart.rows.map(\.firm).joined(separator: ", ")
      let mean = smart.mean.map { "\(PriceText.percent($0)) (\(names))" } ?? "none"
      lines += wrapped("SmaRT-style mean of the three cheapest \(unit): \(mean).")
    }
    lines += wrapped(ReferenceLines.sentence(smart: statistics.smartByFirm))
    guard !statistics.ways.isEmpty else { return lines }
    lines += ["", style.bold("Cheapest by way of paying in and out, at $200")]
    let table = ColumnTable(
      columns: [
        .init("paid in"), .init("paid out"), .init("cheapest", shortensTo: 12),
        .init("total", .right), .init("speed", goes: 2), .init("services", .right, goes: 1),
      ],
      rows: statistics.ways.map { way in
        .init([
          way.payIn.rawValue, way.payOut.rawValue, TextLayout.visible(way.cheapest.firm),
          PriceText.percent(way.cheapest.low.total), way.cheapest.speed.rawValue,
          String(way.services),
        ])
      })
    return lines + table.lines(width: width, style: style)
  }

  private var sources: [String] {
    let licences = series.map(\.provenance.licence)
    var seen: Set<String> = []
    return licences.filter { seen.insert($0).inserted }.flatMap {
      TextLayout.wrap("Source: \($0)", width: width, indent: "", hanging: "  ")
    }
  }

  private func wrapped(_ text: String) -> [String] {
    TextLayout.wrap(TextLayout.visible(text), width: width)
  }

  /// What a mean is of, in words.
  static func name(_ basis: QuarterPoint.Basis) -> String {
    switch basis {
    case .transparentRows: "transparent services"
    case .allRows: "all services"
    case .published: "as the World Bank published it"
    }
  }
}
