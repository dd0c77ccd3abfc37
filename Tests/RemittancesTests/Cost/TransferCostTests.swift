import Quantities
import Testing

@testable import Remittances

@Suite struct TransferCostTests {
  static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

  static func price(
    _ basis: PriceBasis, payout: String? = "MXN", send: String = "USD"
  ) throws -> ServicePrice {
    ServicePrice(
      provider: "A",
      corridor: Corridor(from: try #require(Country("US")), to: try #require(Country("MX"))),
      sendCurrency: try #require(Currency(send)), payoutCurrency: payout.flatMap { Currency($0) },
      price: basis, provenance: provenance)
  }

  static let provenance = Provenance(
    source: "test", observed: Day(year: 2026, month: 10, day: 6) ?? .earliest,
    retrieved: Instant(seconds: 0), tier: .live, licence: "free")

  static func mid(_ rate: String, _ base: String = "USD", _ quote: String = "MXN") throws
    -> MidMarketRate
  {
    MidMarketRate(
      base: try #require(Currency(base)), quote: try #require(Currency(quote)),
      rate: decimal(rate), provenance: provenance)
  }

  static func quote(
    _ amount: String, fee: String, rate: String?, mode: CostMode = .takenOut
  ) -> PriceBasis {
    .quote(.init(amount: decimal(amount), fee: decimal(fee), mode: mode, rate: rate.map(decimal)))
  }

  @Test func onTopTheWholeAmountIsConverted() throws {
    let price = try Self.price(Self.quote("300", fee: "6", rate: "19.6", mode: .onTop))
    let cost = try price.cost(of: 300, mode: .onTop, midMarket: Self.mid("20"))
    #expect(cost.feePercent == 2 && cost.margin.percent == 2 && cost.totalPercent == 4)
    #expect(cost.paid == 306 && cost.converted == 300)
    #expect(cost.received?.amount == 5880)
    guard case .known(_, against: .midMarket(let rate)) = cost.margin else {
      Issue.record("the reference is not named")
      return
    }
    #expect(rate.provenance.observed == Self.provenance.observed)
  }

  @Test func takenOutTheTotalIsWhatFailsToArrive() throws {
    let price = try Self.price(Self.quote("300", fee: "6", rate: "19.6"))
    let cost = try price.cost(of: 300, mode: .takenOut, midMarket: Self.mid("20"))
    #expect(cost.paid == 300 && cost.converted == 294)
    let received = try #require(cost.received?.amount)
    #expect(received == Self.decimal("5762.4"))
    // 300 dollars are 6000 pesos at the mid-market rate; 237.6 of them do not arrive.
    let missing = try ExactDecimal(6000).subtracting(received).multiplied(by: 100).divided(by: 6000)
    #expect(cost.totalPercent == missing)
    #expect(cost.totalPercent == Self.decimal("3.96"))
  }

  @Test func anUnknownMarginIsNotZero() throws {
    let noRate = try Self.price(Self.quote("300", fee: "0", rate: nil))
    let cost = try noRate.cost(of: 300, mode: .takenOut, midMarket: Self.mid("20"))
    #expect(cost.margin == .unknown && cost.totalPercent == nil && cost.received == nil)
    #expect(cost.flags.contains(.marginUnknown))
    let noReference = try Self.price(Self.quote("300", fee: "3", rate: "19"))
    let other = try noReference.cost(of: 300, mode: .takenOut)
    #expect(other.totalPercent == nil && other.received?.amount == 5643)
    let dear = try Self.price(Self.quote("300", fee: "30", rate: "19"))
    let known = try dear.cost(of: 300, mode: .takenOut, midMarket: Self.mid("20"))
    #expect(known.isCheaper(than: other) && !other.isCheaper(than: known))
  }

  @Test func aNegativeMarginIsKeptAndNamed() throws {
    let price = try Self.price(Self.quote("100", fee: "0", rate: "20.5"))
    let cost = try price.cost(of: 100, mode: .takenOut, midMarket: Self.mid("20"))
    #expect(cost.totalPercent == Self.decimal("-2.5"))
    #expect(cost.flags.contains(.promotional) && cost.flags.contains(.negativeTotal))
  }

  @Test func withoutPayoutCurrencyNothingIsSaidToArrive() throws {
    let price = try Self.price(Self.quote("100", fee: "1", rate: "20"), payout: nil)
    let cost = try price.cost(of: 100, mode: .takenOut, midMarket: Self.mid("20"))
    #expect(cost.received == nil && cost.margin == .unknown)
    #expect(cost.flags.contains(.payoutCurrencyUnknown))
  }

  @Test func theSameCurrencyNeedsNoReference() throws {
    let price = try Self.price(Self.quote("100", fee: "2", rate: "1"), payout: "USD")
    let cost = try price.cost(of: 100, mode: .takenOut)
    #expect(cost.margin == .known(0, against: .sameCurrency))
    #expect(cost.totalPercent == 2 && cost.received?.amount == 98)
  }

  static let low = PriceBasis.Basket(amount: 200, fee: 10, rate: 19, margin: 5)
  static let high = PriceBasis.Basket(amount: 500, fee: 16, rate: 20, margin: 2)

  @Test(arguments: [
    ("200", "10", "5", false), ("350", "13", "3.5", false), ("500", "16", "2", false),
    ("1000", "26", "2", true), ("100", "10", "5", true),
  ])
  func basketsAreJoinedByALine(amount: String, fee: String, margin: String, outside: Bool) throws {
    let price = try Self.price(.baskets(low: Self.low, high: Self.high))
    let cost = try price.cost(of: Self.decimal(amount), mode: .onTop)
    #expect(cost.fee == Self.decimal(fee) && cost.margin.percent == Self.decimal(margin))
    #expect(cost.flags.contains(.extrapolated) == outside)
  }

  @Test func refusesWhatHasNoAnswer() throws {
    let price = try Self.price(Self.quote("100", fee: "100", rate: "20"))
    #expect(throws: CostError.feeTakesAll(fee: 100, amount: 100)) {
      try price.cost(of: 100, mode: .takenOut)
    }
    #expect(throws: CostError.amountNotPositive(0)) { try price.cost(of: 0, mode: .onTop) }
    #expect(throws: CostError.amountNotQuoted(asked: 90, quoted: 100)) {
      try price.cost(of: 90, mode: .onTop)
    }
    #expect(throws: CostError.midMarketNotPositive(0)) {
      try price.cost(of: 100, mode: .onTop, midMarket: Self.mid("0"))
    }
    #expect(throws: CostError.self) {
      try price.cost(of: 100, mode: .onTop, midMarket: Self.mid("20", "EUR"))
    }
  }
}
