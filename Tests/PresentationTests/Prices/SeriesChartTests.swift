import CommandLineKit
import Quantities
import Remittances
import Testing

@testable import Presentation

@Suite struct SeriesChartTests {
  static func points(_ totals: [String?]) throws -> [QuarterPoint] {
    let first = try #require(CalendarQuarter(year: 2023, quarter: 1))
    return try totals.enumerated().compactMap { place, total in
      guard let total else { return nil }
      return QuarterPoint(
        quarter: try first.adding(quarters: place), total200: try #require(ExactDecimal(total)),
        total500: nil, services: nil, basis: .allRows,
        provenance: Provenance(
          source: "test", observed: first.last, retrieved: Instant(seconds: 0), tier: .embedded,
          licence: "free"))
    }
  }

  @Test func drawsColumnsOverYears() throws {
    let points = try Self.points(["8", "4", nil, "2", "0.1", "-1", "6.5"])
    #expect(
      SeriesChart(points, isUTF8: true).lines(width: 40) == [
        "8.0 % ┤█", "      ┤█     ▄", "      ┤█     █", "      ┤█     █", "4.0 % ┤██    █",
        "      ┤██    █", "      ┤██ █  █", "  0 % ┤██ █▁-█", "      └23──24─",
      ])
  }

  @Test func drawsWithoutBlocks() throws {
    let points = try Self.points(["8", "4", nil, "2"])
    let lines = SeriesChart(points, isUTF8: false).lines(width: 40)
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(lines.first == "8.0 % |#" && lines[7] == "  0 % |## #")
  }

  @Test(arguments: [10, 20, 40, 80]) func staysWithinItsWidth(width: Int) throws {
    let points = try Self.points(Array(repeating: "5.5", count: 60))
    for line in SeriesChart(points, isUTF8: true).lines(width: width) {
      #expect(displayWidth(of: line) <= max(width, 16))
    }
    #expect(SeriesChart([], isUTF8: true).lines(width: width).isEmpty)
  }
}
