import Foundation
import Quantities
import Testing

@testable import Remittances

/// What a well-behaved exchange looks like on the wire and in the cache.
@Suite(.enabled(if: MisbehavingServer.isPossible, Comment(rawValue: MisbehavingServer.missing)))
struct GoodBehaviourTests {
  @Test func aSourceOfAKnownShapeNeedsDataAlone() throws {
    let loopback = try Loopback("ok")
    let first = try loopback.ask()
    #expect(first.tier == .live)
    #expect(first.rate == 17)
    let second = try loopback.ask()
    #expect(second.tier == .fresh)
    #expect(second.rate == 17)
    #expect(try loopback.requests().count == 1)
  }

  @Test func onlyTheQuestionGoesOut() throws {
    let loopback = try Loopback("ok")
    _ = try loopback.ask()
    let asked = try unwrapped(loopback.requests().first)
    #expect(asked.path == "/ok/\(loopback.token)/rates?base=USD&quote=MXN")
    #expect(Set(asked.headers.keys) == ["host", "user-agent", "accept", "accept-encoding"])
    #expect(asked.headers["user-agent"] == "sojourn")
  }

  @Test(arguments: ["gzip", "redirect,ok"])
  func compressedAndRedirectedRepliesAreRead(_ steps: String) throws {
    let loopback = try Loopback(steps)
    #expect(try loopback.ask().tier == .live)
  }

  @Test(arguments: [("tagged", "if-none-match"), ("dated", "if-modified-since")])
  func aStaleEntryIsConfirmed(_ steps: String, _ field: String) throws {
    let loopback = try Loopback(steps)
    #expect(try loopback.ask().rate == 17)
    let second = try loopback.ask(.refresh)
    #expect(second.tier == .live)
    #expect(second.rate == 17)
    let requests = try loopback.requests()
    #expect(requests.count == 2)
    #expect(requests.first?.headers[field] == nil)
    #expect(requests.last?.headers[field] != nil)
    if steps == "tagged" {
      // The 304 said max-age=600, which the stored head now says too.
      #expect(try loopback.ask().tier == .fresh)
    }
  }

  @Test(arguments: ["503,ok", "503-after,ok", "reset,ok", "short,503,ok"])
  func passingTroubleIsTriedAgain(_ steps: String) throws {
    let loopback = try Loopback(steps)
    #expect(try loopback.ask().tier == .live)
    #expect(try loopback.requests().count == steps.split(separator: ",").count)
  }

  @Test(arguments: ["429-seconds", "429-date", "503-long"])
  func aRestSurvivesTheProcess(_ steps: String) throws {
    let loopback = try Loopback(steps + ",ok")
    #expect(try loopback.ask().error?.code == "fetch.status")
    // A second process does not even ask.
    let second = try loopback.ask()
    guard case .hostResting("localhost", let until)? = second.error else {
      Issue.record("expected a resting host, found \(second)")
      return
    }
    let rest = until.since(.now())
    #expect(steps == "503-long" ? (295...300).contains(rest) : (115...121).contains(rest))
    #expect(try loopback.requests().count == 1)
    // When the rest is over it does.
    let later = FetchClock(now: { Instant.now().adding(301) })
    #expect(try loopback.ask(clock: later).tier == .live)
  }

  @Test func aRefusalWithoutATimeRestsAsTheListSays() throws {
    let loopback = try Loopback("429-bare")
    _ = try loopback.ask()
    let until = try unwrapped(loopback.cache().restingUntil(host: "localhost", now: .now()))
    #expect((1_195...1_200).contains(until.since(.now())))
  }

  @Test func whatMayNotBeStoredIsNot() throws {
    for loopback in [try Loopback("nostore"), try Loopback("ok", mayStore: false)] {
      #expect(try loopback.ask().tier == .live)
      #expect(try loopback.storedBody() == nil)
      #expect(try loopback.ask().tier == .live)
      #expect(try loopback.requests().count == 2)
      #expect(try loopback.ask(.offline).error == .offline)
    }
  }

  @Test func offlineAsksNobody() throws {
    let loopback = try Loopback("ok")
    #expect(try loopback.ask(.offline).error == .offline)
    try loopback.seed()
    let result = try loopback.ask(.offline)
    #expect(result.tier == .stale)
    #expect(result.because == .offline)
    #expect(try loopback.requests().isEmpty)
  }

  @Test func tooOldForTheUserMeansAskingAgain() throws {
    let loopback = try Loopback("ok")
    try loopback.seed(ageInSeconds: 600)
    var job = loopback.job()
    #expect(Fetcher(cache: try loopback.cache()).run([job]).first?.tier == .fresh)
    job.policy.maxAge = 300
    let fetcher = Fetcher(cache: try loopback.cache(), settings: .loopback(loopback.server))
    #expect(fetcher.run([job]).first?.tier == .live)
  }

  @Test func aFailureTakesNoOtherQuestionWithIt() throws {
    let loopbacks = try ["ok", "html", "503,ok", "404", "slow", "ok"].map { try Loopback($0) }
    let fetcher = Fetcher(
      cache: try loopbacks[0].cache(), settings: .loopback(loopbacks[0].server))
    let results = fetcher.run(loopbacks.map { $0.job() })
    #expect(results.map { $0.tier == .live } == [true, false, true, false, true, true])
  }
}
