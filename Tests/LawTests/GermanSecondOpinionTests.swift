import Coordination
import Foundation
import Quantities
import Testing

/// 104 German records of certified points and months beside a public model.
///
/// Where the model prices points before the pension begins (its policy date), the law's figure,
/// computed apart with exact fractions, stands in the case; the rest must agree within a cent.
@Suite struct GermanSecondOpinionTests {
  struct Opinion: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let born: String
    let start: String
    let asOf: String
    let from: String
    let to: String
    let months: Int
    let facts: [String: String]
    let package: String
    let pricedBeforeStart: Bool
    let law: String?

    var testDescription: String { id }
  }

  static let opinions: [Opinion] = Book.decode("de_second_opinion.jsonl")

  @Test func allCasesAreRead() { #expect(Self.opinions.count == 104) }

  @Test(arguments: opinions)
  func agreesWithinACent(_ opinion: Opinion) throws {
    let paid = try answer(opinion)?.amounts.flatMap { $0.isProjection ? nil : $0.paid }
    guard let law = opinion.law else {
      #expect(paid == nil)
      #expect(ExactDecimal(opinion.package)?.isZero == true)
      return
    }
    let amount = try #require(paid)
    #expect(amount == ExactDecimal(law))
    if !opinion.pricedBeforeStart {
      let cent = try #require(ExactDecimal("0.01"))
      let package = try #require(ExactDecimal(opinion.package))
      #expect(try amount.subtracting(package).magnitude <= cent)
    }
  }

  private func answer(_ opinion: Opinion) throws -> SchemeResult? {
    let germany = UnitedStates.country("DE")
    let first = try #require(Day(opinion.from))
    let last = try #require(Day(opinion.to))
    let span = try #require(Span(from: first, to: last))
    let period = InsurancePeriod(
      country: germany, span: span, type: .employed,
      certified: .init(ExactDecimal(opinion.months), .month))
    let facts = opinion.facts.compactMapValues { ExactDecimal($0).map(FactValue.number) }
    let born = try #require(Day(opinion.born))
    let start = try #require(Day(opinion.start))
    let career = Career(
      person: Person(born: born, sex: .female, livesIn: germany),
      claim: Claim(from: start, asOf: Day(opinion.asOf)),
      periods: [period], facts: ["DE.GRV": facts])
    return try Book.engine.answer(career).schemes.first { $0.scheme == "DE.GRV" }
  }
}
