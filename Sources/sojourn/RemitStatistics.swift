import CommandLineKit
import Presentation
import Quantities
import Remittances

/// `sojourn remit --stats FROM TO` and `sojourn remit --rank-from FROM`: the stored surveys.
enum RemitStatistics {
  /// What `remit` takes for these two.
  static let flag = Flag(
    "stats", summary: "Show the corridor's surveyed cost by quarter; needs no amount.")
  static let option = Option(
    "rank-from", value: "COUNTRY", summary: "Rank all corridors from this country by their cost.")

  /// Shows the statistics of one corridor.
  /// - Returns: `unavailable` where nothing is stored for it.
  static func run(_ corridor: Corridor, format: String?, _ console: Console) throws -> ExitCode {
    let library = open(console)
    let series = try library.series(corridor)
    guard !series.isEmpty else {
      console.complain(
        "sojourn: no survey of \(corridor.from.name) to \(corridor.to.name) is stored; "
          + "import the World Bank's workbook with `sojourn rates import`\n")
      return .unavailable
    }
    let statistics = try library.statistics(corridor)
    switch format {
    case "json":
      try console.print(StatisticsJSON.json(corridor, series, statistics).line + "\n")
    case "csv":
      try console.print(csv(series.map { (corridor, $0) }))
    default:
      let text = StatisticsText(
        corridor: corridor, series: series, statistics: statistics, width: console.width,
        style: console.style, isUTF8: console.terminal.isUTF8)
      for line in text.lines { try console.print(line + "\n") }
    }
    return .success
  }

  /// Ranks all corridors from a country.
  /// - Returns: `unavailable` where nothing is stored for it.
  static func rank(from country: Country, format: String?, _ console: Console) throws -> ExitCode {
    let ranking = try open(console).ranking(from: country)
    guard ranking.quarter != nil else {
      console.complain("sojourn: no survey of corridors from \(country.name) is stored\n")
      return .unavailable
    }
    switch format {
    case "json": try console.print(StatisticsJSON.json(ranking).line + "\n")
    case "csv":
      try console.print(csv((ranking.entries + ranking.older).map { ($0.corridor, $0.newest) }))
    default:
      let text = RankingText(
        ranking, width: console.width, style: console.style, isUTF8: console.terminal.isUTF8)
      for line in text.lines { try console.print(line + "\n") }
    }
    return .success
  }

  /// What is stored on this machine; what cannot be opened is named on standard error.
  static func open(_ console: Console) -> PriceLibrary {
    PriceLibrary.open { RemitSetting.warn("\($0)", console) }
  }

  private static func csv(_ points: [(Corridor, QuarterPoint)]) -> String {
    let header = [
      "from", "to", "quarter", "total_percent_200", "total_percent_500", "services", "basis",
      "source", "licence",
    ]
    let lines = points.map { corridor, point in
      [
        corridor.from.code, corridor.to.code, point.quarter.description,
        point.total200.text(places: 6), point.total500?.text(places: 6) ?? "",
        point.services.map { String($0) } ?? "", point.basis.rawValue,
        point.provenance.source.rawValue, point.provenance.licence,
      ]
    }
    return ([header] + lines).map { RemitCSV.line($0) + "\r\n" }.joined()
  }
}
