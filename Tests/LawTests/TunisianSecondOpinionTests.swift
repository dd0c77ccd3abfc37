import Coordination
import Foundation
import Quantities
import Testing

/// Tunisian careers beside an open-source package: what differs stands in a committed table with
/// the article that decides it, and Sojourn gives the table's figure.
@Suite struct TunisianSecondOpinionTests {
  struct Opinion: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let year: Int
    let age: Int
    let quarters: Int
    let reference: String
    /// A year's pension by the package; 0 where it gives none.
    let pension: String

    var testDescription: String { id }
  }

  struct Decided {
    let reading: String
    let amount: ExactDecimal
    let pension: String
  }

  static let opinions: [Opinion] = Book.decode("tn_second_opinion.jsonl")

  static let table: [String: Decided] = {
    let url = Book.root.appending(path: "Rules/examples/TN/differences.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var table: [String: Decided] = [:]
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("| TN-") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let amount = ExactDecimal(cells[3]) else { continue }
      table[cells[0]] = Decided(reading: cells[1], amount: amount, pension: cells[4])
    }
    return table
  }()

  @Test func allCasesAreRead() {
    #expect(Self.opinions.count == 98)
    #expect(Self.table.count == 14)
  }

  @Test(arguments: opinions)
  func agreesOrTheTableSaysWhy(_ opinion: Opinion) throws {
    let result = try #require(try answer(opinion))
    let paid = result.status == .payable ? result.amounts?.paid ?? .zero : .zero
    let near = try #require(ExactDecimal("0.002"))
    guard let decided = Self.table[opinion.id] else {
      let monthly = try #require(ExactDecimal(opinion.pension)).divided(by: 12)
      #expect(try paid.subtracting(monthly).magnitude <= near)
      return
    }
    #expect(paid == decided.amount)
    #expect(result.pension == decided.pension)
    // The reading fits the case: who is of that age and has that many quarters.
    switch decided.reading {
    case "A": #expect(opinion.age >= 55 && opinion.age < 60 && opinion.quarters >= 120)
    case "B": #expect(opinion.quarters >= 20 && opinion.quarters < 40)
    case "C": #expect(opinion.quarters == 40)
    case "D": #expect(opinion.pension != "0.0000")
    default: Issue.record("no such reading: \(decided.reading)")
    }
  }

  /// Who is past sixty is given as sixty, because work after that age does not count (art 14).
  private func answer(_ opinion: Opinion) throws -> SchemeResult? {
    let start = try #require(Day(year: opinion.year + 1, month: 1, day: 1))
    let born = try #require(
      Day(year: opinion.year + 1 - min(60, opinion.age), month: 1, day: 1))
    let first = try start.adding(months: -3 * opinion.quarters)
    let last = try start.adding(days: -1)
    let country = UnitedStates.country("TN")
    let career = Career(
      person: Person(born: born, livesIn: country),
      claim: Claim(from: start),
      periods: [
        InsurancePeriod(
          country: country, scheme: "TN.RSNA", span: try #require(Span(from: first, to: last)),
          type: .employed)
      ],
      facts: [
        "TN.RSNA": [
          "certified_reference_salary": .number(try #require(ExactDecimal(opinion.reference)))
        ]
      ])
    return try Book.engine.answer(career).schemes.first { $0.scheme == "TN.RSNA" }
  }
}
