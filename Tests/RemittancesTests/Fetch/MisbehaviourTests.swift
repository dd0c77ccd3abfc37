import Foundation
import Testing

@testable import Remittances

/// Each way to misbehave ends in its documented error, and the last good entry stays.
@Suite(.enabled(if: MisbehavingServer.isPossible, Comment(rawValue: MisbehavingServer.missing)))
struct MisbehaviourTests {
  struct Misbehaviour: Sendable, CustomTestStringConvertible {
    let name: String
    let steps: String
    var host = "good"
    /// The stable code of the error it ends in.
    let code: String
    /// Requests that reach the server's program, where that is certain.
    let requests: Int?
    var testDescription: String { name }
  }

  static let all: [Misbehaviour] = [
    .init(
      name: "certificate of an unknown authority", steps: "ok", host: "untrusted",
      code: "fetch.certificate", requests: 0),
    .init(
      name: "certificate of another host", steps: "ok", host: "other", code: "fetch.certificate",
      requests: 0),
    .init(
      name: "expired certificate", steps: "ok", host: "expired", code: "fetch.certificate",
      requests: 0),
    .init(name: "redirect to http", steps: "redirect-http", code: "fetch.not_https", requests: 1),
    .init(
      name: "redirects in a circle", steps: "loop", code: "fetch.too_many_redirects", requests: 5),
    .init(name: "never-ending body", steps: "endless", code: "fetch.too_large", requests: 1),
    .init(name: "gzip bomb", steps: "bomb", code: "fetch.too_large", requests: 1),
    .init(name: "damaged gzip", steps: "bad-gzip", code: "fetch.bad_encoding", requests: 1),
    .init(name: "body too short", steps: "short", code: "fetch.wrong_length", requests: 3),
    .init(name: "body too long", steps: "long", code: "fetch.invalid_reply", requests: 1),
    .init(name: "reset midway", steps: "reset", code: "fetch.connection_lost", requests: 3),
    .init(name: "truncated JSON", steps: "truncated", code: "fetch.invalid_reply", requests: 1),
    .init(name: "HTML with 200", steps: "html", code: "fetch.invalid_reply", requests: 1),
    .init(
      name: "success:false with 200", steps: "refused", code: "fetch.invalid_reply", requests: 1),
    .init(name: "404", steps: "404", code: "fetch.status", requests: 1),
    .init(name: "503 for ever", steps: "503", code: "fetch.status", requests: 3),
    .init(name: "429, seconds", steps: "429-seconds", code: "fetch.status", requests: 1),
    .init(name: "429, date", steps: "429-date", code: "fetch.status", requests: 1),
    .init(
      name: "304 without a stored entry", steps: "unasked", code: "fetch.unasked_not_modified",
      requests: 1),
  ]

  @Test(arguments: all)
  func failsWhereNothingIsStored(_ misbehaviour: Misbehaviour) throws {
    let loopback = try Loopback(misbehaviour.steps, on: misbehaviour.host)
    let result = try loopback.ask()
    #expect(result.error?.code == misbehaviour.code)
    #expect(try loopback.storedBody() == nil)
    let requests = try loopback.requests()
    if let expected = misbehaviour.requests { #expect(requests.count == expected) }
    #expect(requests.allSatisfy { $0.scheme == "https" })
  }

  @Test(arguments: all.filter { $0.steps != "unasked" })
  func keepsTheLastGoodEntry(_ misbehaviour: Misbehaviour) throws {
    let loopback = try Loopback(misbehaviour.steps, on: misbehaviour.host)
    try loopback.seed()
    let result = try loopback.ask()
    #expect(result.tier == .stale)
    #expect(result.because?.code == misbehaviour.code)
    #expect(result.rate?.description == "16.5")
    #expect(try loopback.storedBody() == Loopback.seedBody)
  }

  @Test func slowDripEndsInTime() throws {
    let loopback = try Loopback("drip", giveUpAfter: "3s")
    try loopback.seed()
    let start = ContinuousClock.now
    let result = try loopback.ask()
    #expect(result.tier == .stale)
    #expect(["fetch.timeout", "fetch.deadline"].contains(result.because?.code))
    #expect(ContinuousClock.now - start < .seconds(12))
    #expect(try loopback.storedBody() == Loopback.seedBody)
  }

  @Test func aStalledTransferIsGivenUp() throws {
    let loopback = try Loopback("drip")
    var job = loopback.job()
    job.policy.backoff = Backoff(tries: 1)
    let settings = TransportSettings.loopback(loopback.server, lowSpeedTime: 1)
    let start = ContinuousClock.now
    let result = Fetcher(cache: nil, settings: settings).run([job]).first
    #expect(result?.error == .transfer(.timeout))
    // Long before the 20 s that one reply may take.
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  @Test func aHostThatIsNotThereIsTriedAgainAndGivenUp() throws {
    let loopback = try Loopback("ok")
    try loopback.seed()
    var job = loopback.job()
    // Port 1 of the loopback interface listens nowhere.
    job.url = "https://localhost:1/rates"
    let fetcher = Fetcher(cache: nil, settings: .loopback(loopback.server))
    #expect(fetcher.run([job]).first?.error == .transfer(.connection))
  }

  @Test func plainHTTPNeverStarts() throws {
    let loopback = try Loopback("ok")
    let transport = try unwrapped(CurlTransport(settings: .loopback(loopback.server)))
    #expect(throws: TransferFailure.notHTTPS) {
      try transport.begin(
        TransferRequest(url: "http://localhost/", bodyLimit: 10, timeout: 100))
    }
  }
}
