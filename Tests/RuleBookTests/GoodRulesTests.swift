import Coordination
import Formula
import Quantities
import Testing

@testable import RuleBook

/// A book that uses every construct once loads clean and means what it says.
@Suite struct GoodRulesTests {
  private func scheme() throws -> Scheme { try #require(try TestBooks.good.scheme("LU.T")) }

  private func parameter(_ name: String) throws -> Parameter {
    let rules = try scheme().rules
    return rules.parameters[try #require(rules.parameter(named: name))]
  }

  @Test func theBookIsClean() {
    let report = TestBooks.good.check { _, _ in
      throw ExampleCaseFault(code: "test.no-cases", message: "no cases here", pointer: "")
    }
    #expect(report.rendered() == [])
    #expect(report.examples == 1)
  }

  @Test func aSchemeIsReadWhole() throws {
    let scheme = try scheme()
    #expect(scheme.name["fr"] == "Régime d'essai, général")
    #expect(scheme.covers == [.compulsory, .voluntary, .assimilated, .residence])
    #expect(scheme.earningsRequired.classes == [.employed, .selfEmployed])
    #expect(scheme.earningsReplacedBy == ["certified_points"])
    #expect(scheme.limits?.says == "Born from 1930 to 2010 and starting from 2000 on.")
    #expect(scheme.pensions.map(\.id) == ["standard", "early"])
    #expect(scheme.pensions[0].conditions.map(\.id) == ["waiting_period"])
    #expect(scheme.payments == 13)
    #expect(scheme.export.map(\.payment) == [.full, .reduced, .none])
    #expect(scheme.export.map { $0.condition == nil } == [false, false, true])
    #expect(scheme.prorating.rounding == Rounding(to: 0.1.decimal, mode: .floor, law: "§ 124"))
    let steps = scheme.rules.steps.map(\.declaration.id)
    #expect(scheme.result.map { steps[$0] } == "amount")
    #expect(scheme.figures.map { steps[$0] } == ["family", "whole_bonus"])
    #expect(scheme.prorating.atMost.map { steps[$0] } == "prorate__at_most")
    #expect(scheme.credited.map { steps[$0] } == "credited__by_year")
  }

  @Test func refundsSayWhatTheyErase() throws {
    let scheme = try scheme()
    #expect(scheme.refunds.map(\.id) == ["contributions", "rest"])
    #expect(scheme.refunds.map(\.certainty) == [.primary, .secondary])
    let refund = try #require(scheme.refunds.first)
    let steps = scheme.rules.steps.map(\.declaration.id)
    #expect(refund.conditions.map(\.id) == ["abroad"])
    #expect(refund.withoutRightLaw == "§ 210(1)")
    #expect(refund.from.map { steps[$0] } == "refund_contributions__from")
    #expect(refund.amount.map { steps[$0] } == "refund_contributions__amount")
    #expect(refund.erasure.units.map { steps[$0] } == "refund_contributions__erases")
    #expect(scheme.refunds[1].erasure.units == nil)
  }

  @Test func theStandardInputsComeFirst() throws {
    let rules = try scheme().rules
    for input in SchemeInputs.allCases {
      #expect(rules.inputs[input.rawValue].name == input.name)
    }
    for fact in try scheme().facts { #expect(rules.inputs[fact.input].isFact) }
  }

  @Test func formerCurrenciesAreConvertedUnlessTheYearKeepsThem() throws {
    let value = try parameter("pension_value").rows[0].value
    #expect(value == "10".decimal)
    let average = try parameter("average")
    #expect(average.rows.map(\.value) == ["1000000", "1100000", "28000"].map(\.decimal))
    #expect(average.rows[1].law == "Annex \"1\"")
    #expect(average.rows[2].certainty == .unverified)
    #expect(try average.row(for: 2003, projecting: true).value == "30000".decimal)
  }

  @Test func certaintyIsInherited() throws {
    #expect(
      try parameter("pension_value").rows.map(\.certainty) == [.secondary, .primary, .secondary])
    #expect(try parameter("deduction").rows.map(\.certainty) == [.primary])
  }

  @Test func percentagesAndAgesAreNumbers() throws {
    #expect(try parameter("step_rate").rows.map(\.value) == ["0.4", "0.025"].map(\.decimal))
    #expect(try parameter("deduction").rows[0].value == "0.003".decimal)
    #expect(try parameter("age").rows.map(\.value) == ["780", "805"].map(\.decimal))
    let born1963 = try day("1963-12-31")
    #expect(try parameter("age").row(for: Int(born1963.number)).value == "780".decimal)
  }

  @Test func editionsHoldFromTheirDay() throws {
    let coefficient = try parameter("coefficient")
    let (early, late) = (try day("2020-12-31"), try day("2021-01-01"))
    #expect(try coefficient.row(for: 2019, on: early).value == "1.1".decimal)
    #expect(try coefficient.row(for: 2019, on: late).value == "1.2".decimal)
    #expect(throws: Parameter.Missing.notYetPublished) { try coefficient.row(for: 2021, on: early) }
  }

  @Test func aValueLastsAsLongAsItSays() throws {
    let value = try parameter("pension_value")
    let (last, after) = (try day("2024-12-31"), try day("2025-01-01"))
    #expect(try value.row(for: Int(last.number)).value == "12".decimal)
    #expect(throws: Parameter.Missing.notYetPublished) { try value.row(for: Int(after.number)) }
  }
}

extension String {
  fileprivate var decimal: ExactDecimal { ExactDecimal(self) ?? -999 }
}

extension Double {
  fileprivate var decimal: ExactDecimal { ExactDecimal("\(self)") ?? -999 }
}
