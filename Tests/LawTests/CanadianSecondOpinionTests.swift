import Coordination
import Foundation
import Quantities
import Testing

/// 57 careers under the Canada Pension Plan beside a public model: the base component is the law's
/// figure of the committed table, which names the section behind every difference.
@Suite struct CanadianSecondOpinionTests {
  struct Opinion: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let birthYear: Int
    let claimYear: Int
    let earnings: [String: String]
    let children: [Int]
    let law: String

    var testDescription: String { id }
  }

  static let opinions: [Opinion] = Book.decode("ca_second_opinion.jsonl")

  @Test func allCasesAreRead() { #expect(Self.opinions.count == 57) }

  /// The model knows years only: births stand in mid-December of the year before.
  @Test(arguments: opinions)
  func isTheFigureOfTheTable(_ opinion: Opinion) throws {
    let canada = UnitedStates.country("CA")
    let born = try #require(Day(year: opinion.birthYear - 1, month: 12, day: 15))
    let start = try #require(Day(year: opinion.claimYear, month: 1, day: 1))
    let entries = try opinion.earnings.sorted { $0.key < $1.key }.map { year, amount in
      Earnings.Entry(
        year: try #require(Int(year)), amount: try #require(ExactDecimal(amount)))
    }.filter { $0.year < opinion.claimYear }
    let first = try #require(entries.first?.year)
    let from = try #require(Day(year: first, month: 1, day: 1))
    let to = try #require(Day(year: opinion.claimYear - 1, month: 12, day: 31))
    let span = try #require(Span(from: from, to: to))
    let children = Dictionary(
      uniqueKeysWithValues: opinion.children.map { ($0, ExactDecimal(12)) })
    let career = Career(
      person: Person(born: born, livesIn: canada, citizenOf: [canada]),
      claim: Claim(from: start),
      periods: [
        InsurancePeriod(
          country: canada, scheme: "CA.CPP", span: span, type: .employed,
          earnings: Earnings(.entries(entries)))
      ],
      facts: children.isEmpty ? [:] : ["CA.CPP": ["child_raising_months": .byYear(children)]])
    let result = try Book.engine.answer(career).schemes.first { $0.scheme == "CA.CPP" }
    let line = result?.worksheet.first { $0.step == "base_component" }
    guard case .number(let base)? = line?.value.value else {
      Issue.record("no base component: \(result?.missing.first?.what ?? "")")
      return
    }
    #expect(base == ExactDecimal(opinion.law))
  }
}
