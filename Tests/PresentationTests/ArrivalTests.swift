import Quantities
import Testing

@testable import Presentation
@testable import Remittances

@Suite struct ArrivalTests {
  private static func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }

  private static func answer(
    amount: ExactDecimal, at500: ExactDecimal?, services: [RemitAnswer.Service] = []
  ) throws -> RemitAnswer {
    let corridor = Corridor(
      from: try #require(Country("US")), to: try #require(Country("MX")))
    let provenance = Provenance(
      source: .worldBankCorridorMeans, observed: try #require(Day("2025-03-31")),
      retrieved: try #require(Instant("2026-01-01T00:00:00Z")), tier: .embedded, licence: "CC")
    let question = RemitQuestion(
      corridor: corridor, amount: amount, sendCurrency: try currency("USD"),
      payoutCurrency: try currency("MXN"), mode: .takenOut, offline: true)
    return RemitAnswer(
      question: question, answered: provenance.retrieved, services: services,
      midMarket: MidMarketRate(
        base: try currency("USD"), quote: try currency("MXN"), rate: 20, provenance: provenance),
      check: nil,
      mean: StoredMean(
        corridor: corridor, quarter: try #require(CalendarQuarter(year: 2025, quarter: 1)),
        totalAt200: try #require(ExactDecimal("4.98") as ExactDecimal?), totalAt500: at500,
        services: 46,
        provenance: provenance),
      consulted: [], otherWays: 0, notes: [])
  }

  /// 200 dollars cost 9.96 and 500 dollars 16.10: a fee of 5.8667 and 2.04667 per cent.
  @Test func theMeanIsAFeeAndAShare() throws {
    let single = try #require(
      YearlyCost.of(
        try Self.answer(amount: 444, at500: ExactDecimal("3.22")), times: 12,
        thirds: false, dollars: .one))
    #expect(single.cost == ExactDecimal("179.45"))
    #expect(single.percent == ExactDecimal("3.3680"))
    #expect(single.received?.amount == ExactDecimal("8580.92"))
    let bundled = try #require(
      YearlyCost.of(
        try Self.answer(amount: 1332, at500: ExactDecimal("3.22")), times: 12,
        thirds: true, dollars: .one))
    #expect(bundled.cost == ExactDecimal("132.51"))
  }

  @Test func oneSurveyedAmountSaysNothingOfSendingTogether() throws {
    let one = try Self.answer(amount: 444, at500: nil)
    #expect(
      YearlyCost.of(one, times: 12, thirds: false, dollars: .one)?.percent == ExactDecimal("4.98"))
    #expect(YearlyCost.of(one, times: 12, thirds: true, dollars: .one) == nil)
    let two = try Self.answer(amount: 444, at500: ExactDecimal("3.22"))
    #expect(YearlyCost.of(two, times: 12, thirds: true, dollars: nil) == nil)
  }

  /// A flat charge of 9.96 for any amount would leave a share below zero: no model, no guess.
  @Test func costsThatFallWithTheAmountAreNotModelled() throws {
    let odd = try Self.answer(amount: 444, at500: ExactDecimal("1.5"))
    #expect(YearlyCost.of(odd, times: 12, thirds: true, dollars: .one) == nil)
  }
}
