import Coordination
import Foundation
import Quantities
import Testing

/// French careers beside an open-source package: every difference stands in a committed table with
/// the provision that decides it, and Sojourn gives the table's figure of the law.
@Suite struct FrenchSecondOpinionTests {
  struct Opinion: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      let dateDeNaissance: String
      let liquidationDate: String
      let nombreEnfants: Int
      let sexeFemme: Bool
      let salaireDeBaseEur: [String: Double]
    }

    struct Output: Decodable, Sendable { let pension: Double }

    let id: String
    let input: Input
    let output: Output

    var testDescription: String { id }
  }

  static let opinions: [Opinion] = Book.decode("fr_openfisca_cnav.jsonl")

  /// The law's monthly amount by case; nil where the law refuses the pension.
  static let table: [String: ExactDecimal?] = {
    let url = Book.root.appending(path: "Rules/examples/FR/differences.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var table: [String: ExactDecimal?] = [:]
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("| FR-") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      table[cells[0]] = .some(ExactDecimal(cells[2]))
    }
    return table
  }()

  @Test func allCasesAreRead() {
    #expect(Self.opinions.count == 90)
    #expect(Self.table.count >= 80)
  }

  @Test(arguments: opinions)
  func agreesOrTheTableSaysWhy(_ opinion: Opinion) throws {
    let result = try #require(try answer(opinion.input))
    let paid = result.amounts?.paid
    guard let law = Self.table[opinion.id] else {
      let monthly = try #require(ExactDecimal(String(opinion.output.pension)))
        .divided(by: 12)
      let cent = try #require(ExactDecimal("0.01"))
      let difference = try #require(paid).subtracting(monthly).magnitude
      #expect(difference <= cent)
      return
    }
    guard let law else {
      #expect(paid == nil || result.amounts?.isProjection == true)
      return
    }
    #expect(paid == law)
  }

  private func answer(_ input: Opinion.Input) throws -> SchemeResult? {
    let born = try #require(Day(input.dateDeNaissance))
    let start = try #require(Day(input.liquidationDate))
    let euro = try #require(Currency("EUR"))
    let periods = try input.salaireDeBaseEur.sorted { $0.key < $1.key }.map { year, amount in
      let year = try #require(Int(year))
      return InsurancePeriod(
        country: UnitedStates.country("FR"), scheme: "FR.CNAV",
        span: try #require(Span(year: year)), type: .employed,
        earnings: Earnings(
          .entries([.init(year: year, amount: try #require(ExactDecimal(String(amount))))]),
          currency: euro))
    }
    let career = Career(
      person: Person(
        born: born, sex: input.sexeFemme ? .female : .male, livesIn: UnitedStates.country("FR")),
      claim: Claim(from: start), periods: periods,
      facts: ["FR.CNAV": ["children": .number(ExactDecimal(input.nombreEnfants))]])
    return try Book.engine.answer(career).schemes.first { $0.scheme == "FR.CNAV" }
  }
}
