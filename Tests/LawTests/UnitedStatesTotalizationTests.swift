import Coordination
import Foundation
import Quantities
import Testing

/// Totalized careers on multiples of the average wage index, in the agency's own figures.
@Suite struct UnitedStatesTotalizationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let cells: [String: String]

    var testDescription: String { "case \(self["case"])" }

    subscript(name: String) -> String { cells[name] ?? "" }
  }

  static func rows(_ file: String) -> [Row] {
    var lines = Book.lines(file)
    guard !lines.isEmpty else { return [] }
    let header = lines.removeFirst().split(separator: ",").map(String.init)
    return lines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(cells: Dictionary(zip(header, cells)) { first, _ in first })
    }
  }

  /// Rows after 2026 depend on projections and do not count.
  static let usable = (rows("us_totalization_ssa.csv") + rows("us_totalization_ssa_mixed.csv"))
    .filter { $0["benefit_month"] < "2026-12" }

  @Test func allUsableRowsAreRead() { #expect(Self.usable.count == 46) }

  @Test(arguments: usable)
  func meetsTheProgram(_ row: Row) throws {
    let result = try #require(
      UnitedStates.answer(
        birth: row["dob"], entitled: row["entitled"], month: row["benefit_month"],
        earnings: try earnings(row), quarters: quarters(row), isTotalized: true))
    let theoretical = row["theoretical_pia_with_colas"]
    let published = row["prorata_pia_anypia2025"] + row["prorata_anypia"]
    #expect(result.amounts?.theoretical == ExactDecimal(theoretical))
    #expect(try UnitedStates.uncapped(result) == ExactDecimal(published))
    if row["case"] == "X09" {
      // 20 CFR 404.1918(a)(4): not more than the amount on United States earnings alone.
      #expect(UnitedStates.primaryInsuranceAmount(result) == ExactDecimal("36.0"))
      return
    }
    #expect(UnitedStates.primaryInsuranceAmount(result) == ExactDecimal(published))
    #expect(result.amounts?.paid == ExactDecimal(row["benefit_anypia"]))
    #expect(
      result.figures.first { $0.id == "family_maximum" }?.value == ExactDecimal(row["mfb_anypia"]))
  }

  private func earnings(_ row: Row) throws -> [String: ExactDecimal] {
    var earnings: [String: ExactDecimal] = [:]
    if row["us_years"].isEmpty {
      for pair in row["earnings"].split(separator: ";") {
        let parts = pair.split(separator: ":").map(String.init)
        earnings[parts[0]] = ExactDecimal(parts[1])
      }
      return earnings
    }
    let factor = try #require(
      ExactDecimal(String(row["earnings"].split(separator: " ").first ?? "")))
    for year in years(row) {
      let index = try #require(try WageIndex.value(of: year))
      earnings[String(year)] = try index.multiplied(by: factor).rounded(places: 2, .halfUp)
    }
    return earnings
  }

  private func years(_ row: Row) -> ClosedRange<Int> {
    let ends = row["us_years"].split(separator: "-").compactMap { Int($0) }
    return (ends.first ?? 0)...(ends.last ?? 0)
  }

  private func quarters(_ row: Row) -> [Int: ExactDecimal] {
    guard row["us_years"].isEmpty else {
      return Dictionary(uniqueKeysWithValues: years(row).map { ($0, ExactDecimal(4)) })
    }
    var quarters: [Int: ExactDecimal] = [:]
    for pair in row["qcs"].split(separator: ";") {
      let parts = pair.split(separator: ":").map(String.init)
      if let year = Int(parts[0]) { quarters[year] = ExactDecimal(parts[1]) }
    }
    return quarters
  }
}

/// The national average wage index of the rule book.
enum WageIndex {
  static func value(of year: Int) throws -> ExactDecimal? {
    guard let scheme = try Book.rules.scheme("US.OASDI"),
      let index = scheme.rules.parameters.firstIndex(where: { $0.id == "awi" })
    else { return nil }
    return try scheme.rules.parameters[index].row(for: year).value
  }
}
