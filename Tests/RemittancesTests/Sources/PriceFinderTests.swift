import Foundation
import Quantities
import Testing

@testable import Remittances

/// Whole questions answered from a cache filled by hand: no socket is opened.
struct PriceFinderTests {
  /// The moment of the recorded quotes, a little later.
  static let now = Instant("2026-10-06T08:30:00Z") ?? Instant(seconds: 0)

  /// A finder over the shipped list with Wise's reply and rates in its cache.
  static func finder(
    wise: String? = "wise/USD-MXN.json", rates: String? = Replies.frankfurter,
    stored: (any StoredPrices)? = nil, ageInSeconds age: Int64 = 60,
    ratesOf day: String = "2026-10-05"
  ) throws -> PriceFinder {
    let text = try String(contentsOfFile: SourceListTests.shipped, encoding: .utf8)
      .replacing("may_store: no", with: "may_store: yes")
    let list = try SourceList(bytes: Array(text.utf8), file: "sources.yaml")
    let folder = try SharedFiles.folder().path(percentEncoded: false)
    let cache = try ReplyCache(place: CachePlace(path: folder + "/rates.sqlite"))
    let then = now.adding(-age)
    let head = ReplyHead(
      status: 200, headers: HTTPHeaders(), requestedAt: then, receivedAt: then)
    for (id, name) in [("wise.comparison", wise), ("frankfurter", rates)] {
      guard let name, let source = list.source(id) else { continue }
      let url = try source.url.filled(question().placeholders)
      let body = String(decoding: try Replies.bytes(name), as: UTF8.self)
        .replacing("2026-09-05", with: day)
      try cache.store(
        StoredReply(source: id, url: url, head: head, body: Array(body.utf8)), now: then)
    }
    let clock = FetchClock(now: { now })
    return PriceFinder(
      sources: list, fetcher: Fetcher(cache: cache, clock: clock), stored: stored, clock: clock)
  }

  static func question(
    _ mode: CostMode = .takenOut, to: String = "MX", payout: String = "MXN"
  ) throws -> RemitQuestion {
    RemitQuestion(
      corridor: Corridor(from: try #require(Country("US")), to: try #require(Country(to))),
      amount: 500, sendCurrency: try #require(Currency("USD")),
      payoutCurrency: try #require(Currency(payout)), mode: mode, offline: true)
  }

  @Test func quotesAreRankedByWhatFailsToArrive() throws {
    let answer = try Self.finder().answer(Self.question())
    #expect(
      answer.services.map(\.price.provider) == [
        "Western Union", "Wise", "WorldRemit", "Wells Fargo", "Remitly", "PayPal",
      ])
    let best = try #require(answer.best)
    #expect(best.cost.fee.description == "1.99")
    #expect(best.cost.received?.amount.description == "8863.84")
    #expect(best.cost.mode == .takenOut)
    // 100 x (1 - 8863.84 / (500 x 18.0397)) = 1.7298 %: what fails to arrive.
    #expect(best.cost.totalPercent?.text(places: 3) == "1.730")
    let wise = try #require(answer.services.first { $0.price.provider == "Wise" })
    #expect(wise.cost.margin.percent == 0)
    #expect(wise.cost.totalPercent?.text(places: 3) == "1.918")
  }

  @Test func everyFigureSaysWhereItComesFrom() throws {
    let answer = try Self.finder().answer(Self.question())
    let rate = try #require(answer.midMarket)
    #expect(rate.rate.description == "18.0397")
    #expect(rate.provenance.source == "wise.comparison")
    #expect(rate.provenance.observed.description == "2026-10-06")
    for service in answer.services {
      #expect(service.price.provenance.tier == .fresh)
      #expect(service.price.provenance.licence.contains("Wise price comparison"))
      #expect(service.price.provenance.retrieved == Self.now.adding(-60))
    }
    let rebased = answer.services.filter { $0.cost.flags.contains(.rateRebased) }
    #expect(Set(rebased.map(\.price.provider)) == ["WorldRemit", "Wells Fargo"])
  }

  @Test func ratesThatDisagreeAreUncertain() throws {
    // Frankfurter's recorded rate, 16.9187 against 18.0397, as if it were of the day before.
    let answer = try Self.finder().answer(Self.question())
    #expect(answer.midMarket?.isUncertain == true)
    #expect(answer.check?.rate.description == "16.9187")
    #expect(answer.notes.contains { $0.contains("6.6 %") })
    #expect(answer.services.allSatisfy { $0.cost.flags.contains(.rateUncertain) })
  }

  @Test func ratesOfDifferentWeeksAreNotCompared() throws {
    let answer = try Self.finder(ratesOf: "2026-09-05").answer(Self.question())
    #expect(answer.midMarket?.isUncertain == false)
    #expect(answer.check?.provenance.observed.description == "2026-09-05")
  }

  @Test func onTopKeepsTheFeeAndSaysSo() throws {
    let answer = try Self.finder().answer(Self.question(.onTop))
    let best = try #require(answer.best)
    #expect(best.cost.flags.contains(.feeQuotedInOtherMode))
    #expect(best.cost.paid.description == "501.99")
    #expect(best.cost.converted == 500)
  }

  @Test func otherWaysAreCountedNotShown() throws {
    var question = try Self.question()
    question.payOut = .cash
    let answer = try Self.finder().answer(question)
    #expect(answer.services.isEmpty)
    #expect(answer.otherWays == 6)
  }

  @Test func withoutAnythingItSaysWhy() throws {
    let answer = try Self.finder(wise: nil, rates: nil).answer(Self.question())
    #expect(answer.services.isEmpty)
    #expect(answer.midMarket == nil)
    #expect(
      answer.consulted.map(\.source.id) == [
        "wise.comparison", "ecb.daily", "frankfurter", "open_er_api", "world_bank.cost_to",
        "world_bank.cost_from",
      ])
    #expect(answer.consulted.allSatisfy { $0.error == .offline && $0.tier == nil })
  }

  @Test func aCountrysMeanIsBetterThanNothing() throws {
    let finder = try Self.finder(wise: nil, rates: nil)
    let question = try Self.question(to: "YE", payout: "YER")
    let source = try #require(finder.sources.source("world_bank.cost_to"))
    let then = Self.now.adding(-60)
    let head = ReplyHead(
      status: 200, headers: HTTPHeaders(), requestedAt: then, receivedAt: then)
    let reply = StoredReply(
      source: source.id, url: try source.url.filled(question.placeholders), head: head,
      body: try Replies.bytes(Replies.worldBank))
    try #require(finder.fetcher.cache).store(reply, now: then)
    let answer = finder.answer(question)
    #expect(answer.notes.contains { $0.contains("(YEM), 2023: 2.81 % of $200") }, "\(answer.notes)")
  }

  @Test func staleAnswersAreMarked() throws {
    let answer = try Self.finder(ageInSeconds: 7_200).answer(Self.question())
    #expect(answer.services.count == 6)
    #expect(answer.services.allSatisfy { $0.price.provenance.tier == .stale })
    #expect(answer.consulted.first?.error == .offline)
  }

  /// A stand-in for the snapshot.
  struct Snapshot: StoredPrices {
    let mean: StoredMean?
    let rate: MidMarketRate?
    let service: ServicePrice?
    func services(in corridor: Corridor) -> [ServicePrice] { service.map { [$0] } ?? [] }
    func mean(in corridor: Corridor) -> StoredMean? { mean }
    func midMarket(from: Currency, to: Currency, on day: Day?) -> MidMarketRate? { rate }
  }

  static func snapshot(service day: String, quarter: Int) throws -> Snapshot {
    let question = try question()
    let observed = try #require(Day(day))
    let provenance = Provenance(
      source: .worldBankPrices, observed: observed, retrieved: now, tier: .embedded,
      licence: "World Bank")
    let service = ServicePrice(
      provider: "A bank", corridor: question.corridor, sendCurrency: question.sendCurrency,
      payoutCurrency: nil, payIn: .cash, payOut: .cash,
      price: .baskets(
        low: .init(amount: 200, fee: 5, rate: nil, margin: 1),
        high: .init(amount: 500, fee: 8, rate: nil, margin: 1)),
      provenance: provenance)
    let mean = StoredMean(
      corridor: question.corridor,
      quarter: try #require(CalendarQuarter(year: 2025, quarter: quarter)), totalAt200: 5,
      totalAt500: nil, services: 21, provenance: provenance)
    let rate = MidMarketRate(
      base: question.sendCurrency, quote: question.payoutCurrency, rate: 18,
      provenance: provenance)
    return Snapshot(mean: mean, rate: rate, service: service)
  }

  @Test func theSnapshotComesLast() throws {
    let snapshot = try Self.snapshot(service: "2025-02-01", quarter: 1)
    let alone = try Self.finder(wise: nil, rates: nil, stored: snapshot).answer(Self.question())
    #expect(alone.services.map(\.price.provider) == ["A bank"])
    #expect(alone.midMarket?.rate == 18)
    #expect(alone.mean?.totalAt200 == 5)
    let both = try Self.finder(stored: snapshot).answer(Self.question())
    #expect(both.services.count == 7)
    #expect(both.midMarket?.rate.description == "18.0397")
  }

  @Test func aSurveyOlderThanTheMeanIsNotShownAsAPrice() throws {
    let snapshot = try Self.snapshot(service: "2014-05-01", quarter: 1)
    let answer = try Self.finder(wise: nil, rates: nil, stored: snapshot).answer(Self.question())
    #expect(answer.services.isEmpty)
    #expect(answer.mean != nil)
    #expect(answer.notes.contains { $0.contains("2014-05-01") })
  }
}
