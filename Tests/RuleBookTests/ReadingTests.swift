import Formula
import Quantities
import Testing

@testable import RuleBook

@Suite struct ReadingTests {
  @Test(arguments: [
    ("39.32", "39.32", nil), ("0.3 %", "0.003", "1"), ("65y1m", "781", "month"),
    ("65y", "780", "month"), ("7m", "7", "month"), ("6 quarters", "6", "quarter"),
    ("600 EUR/month", "600", "EUR/month"), ("-1.5", "-1.5", nil),
    ("0.5 %/month", "0.005", "1/month"),
  ])
  func quantities(text: String, value: String, unit: String?) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.value == ExactDecimal(value))
    #expect(quantity.unit == unit.flatMap { Unit($0) })
  }

  @Test(arguments: ["", "about 9", "9 euros", "1,000", "65y1", "1m65y", "%"])
  func textsThatAreNoQuantity(text: String) { #expect(Quantity(text) == nil) }

  @Test(arguments: [
    ("Act of 3.6.2020", "2020-06-03"), ("BGBl. 2025 I Nr. 148", "2025-01-01"),
    ("V. v. 10.06.1993, as of 2024-07-01", "1993-06-10"), ("§ 68", nil), ("20 CFR 404.211", nil),
  ])
  func datesOfActs(law: String, day: String?) {
    #expect(ActDate.earliest(in: law)?.description == day)
  }

  @Test func fieldsInQuotesKeepCommasQuotesAndLines() throws {
    let findings = Findings()
    let text = "\u{FEFF}a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\nlast,\n"
    let table = try #require(
      CSVTable(SourceText(file: "t.csv", bytes: Array(text.utf8)), findings))
    #expect(table.header.map(\.text) == ["a", "b"])
    #expect(
      (0..<table.count).map { table[$0].map(\.text) } == [
        ["x, \"y\"", "two\nlines"], ["last", ""],
      ])
    #expect(table[1].first?.place == YAMLNode.Place(line: 5, column: 1))
    #expect(findings.diagnostics.isEmpty)
  }
}
