import Testing

@testable import Remittances

/// The decisions of one question, without a socket or a clock.
struct FetchMachineTests {
  static let now = Instant(seconds: 1_790_000_000)
  typealias Machine = FetchMachine

  private func head(
    _ status: Int = 200, _ fields: [(String, String)] = [], age: Int64 = 0
  ) -> ReplyHead {
    ReplyHead(
      status: status, headers: HTTPHeaders(fields), requestedAt: Self.now.adding(-age),
      receivedAt: Self.now.adding(-age))
  }

  private func machine(
    _ mode: FetchPolicy.Mode = .ordinary, stored: ReplyHead? = nil, mayStore: Bool = true,
    deadline: Int64 = 10_000
  ) -> Machine {
    Machine(
      policy: FetchPolicy(
        mode: mode, freshFor: 100, staleFor: 1_000, mayStore: mayStore,
        backoff: Backoff(base: 100, ceiling: 1_000, tries: 3), deadline: deadline),
      host: "a.example", stored: stored)
  }

  private func start(_ machine: inout Machine, resting: Instant? = nil) -> Machine.Step {
    machine.start(now: Self.now, tick: 0, restingUntil: resting)
  }

  private func reply(
    _ machine: inout Machine, _ head: ReplyHead, _ verdict: Machine.Verdict = .notRead,
    tick: Int64 = 1
  ) -> Machine.Step {
    var random = SystemRandomNumberGenerator()
    return machine.replied(head, verdict, now: Self.now, tick: tick, using: &random)
  }

  @Test func freshAnswersWithoutAsking() {
    var machine = machine(stored: head(age: 50))
    #expect(start(&machine) == .finish(.stored))
  }

  @Test func refreshAsksAlthoughFresh() {
    var machine = machine(.refresh, stored: head(200, [("ETag", "\"x\"")], age: 50))
    #expect(
      start(&machine) == .send(conditions: [.init(name: "if-none-match", value: "\"x\"")]))
  }

  @Test(arguments: [
    (Optional<Int64>.none, "failed"), (50, "stored"), (500, "stale"), (2_000, "failed"),
  ])
  func offlineNeverSends(_ age: Int64?, _ expected: String) {
    var machine = machine(.offline, stored: age.map { head(age: $0) })
    switch (start(&machine), expected) {
    case (.finish(.stored), "stored"), (.finish(.stale(because: .offline)), "stale"),
      (.finish(.failed(.offline)), "failed"):
      break
    case (let step, _): Issue.record("\(step)")
    }
  }

  @Test func aRestingHostIsNotCalled() {
    let until = Self.now.adding(60)
    var empty = machine()
    let error = FetchError.hostResting(host: "a.example", until: until)
    #expect(start(&empty, resting: until) == .finish(.failed(error)))
    var full = machine(stored: head(age: 500))
    #expect(start(&full, resting: until) == .finish(.stale(because: error)))
    var over = machine()
    #expect(start(&over, resting: Self.now) == .send(conditions: []))
  }

  @Test func aValidReplyEndsIt() {
    var machine = machine()
    _ = start(&machine)
    #expect(reply(&machine, head(), .valid) == .finish(.replied(store: true)))
  }

  @Test(arguments: [true, false])
  func whatMayNotBeStoredSaysSo(_ byServer: Bool) {
    var machine = machine(mayStore: byServer)
    _ = start(&machine)
    let fields = byServer ? [("Cache-Control", "no-store")] : []
    #expect(reply(&machine, head(200, fields), .valid) == .finish(.replied(store: false)))
  }

  @Test func anInvalidReplyNeverReplaces() {
    var machine = machine(stored: head(age: 500))
    _ = start(&machine)
    #expect(
      reply(&machine, head(), .invalid("a page"))
        == .finish(.stale(because: .invalidReply("a page"))))
  }

  @Test func aConfirmationKeepsTheBodyAndTakesTheHead() {
    var machine = machine(
      stored: head(200, [("ETag", "\"x\""), ("Content-Type", "application/json")], age: 500))
    _ = start(&machine)
    let step = reply(
      &machine, head(304, [("Cache-Control", "max-age=9"), ("Content-Type", "text/html")]))
    guard case .finish(.confirmed(let confirmed)) = step else {
      Issue.record("\(step)")
      return
    }
    #expect(confirmed.status == 200)
    #expect(confirmed.receivedAt == Self.now)
    #expect(confirmed.cacheControl.maxAge == 9)
    #expect(confirmed.headers.first("content-type") == "application/json")
    #expect(confirmed.headers.first("etag") == "\"x\"")
  }

  @Test func aConfirmationNobodyAskedForIsAnError() {
    // Without validators the request had no condition, stored or not.
    for stored in [nil, head(age: 500)] {
      var machine = machine(stored: stored)
      _ = start(&machine)
      let step = reply(&machine, head(304))
      let error = FetchError.unaskedNotModified
      #expect(step == .finish(stored == nil ? .failed(error) : .stale(because: error)))
    }
  }

  @Test(arguments: [408, 500, 502, 503, 504])
  func passingStatusesAreTriedThreeTimes(_ status: Int) {
    var machine = machine()
    _ = start(&machine)
    for _ in 1...2 {
      guard case .wait(let milliseconds) = reply(&machine, head(status)) else {
        Issue.record("gave up too soon")
        return
      }
      #expect((0...200).contains(milliseconds))
      #expect(machine.waited(now: Self.now, tick: 10) == .send(conditions: []))
    }
    #expect(reply(&machine, head(status)) == .finish(.failed(.status(status))))
    #expect(machine.restUntil == nil)
  }

  @Test(arguments: [301, 400, 401, 403, 404, 410, 422, 501])
  func otherStatusesAreNot(_ status: Int) {
    var machine = machine()
    _ = start(&machine)
    #expect(reply(&machine, head(status)) == .finish(.failed(.status(status))))
  }

  @Test func aWishThatFitsIsWaitedFor() {
    var machine = machine()
    _ = start(&machine)
    let step = reply(&machine, head(503, [("Retry-After", "2")]))
    #expect(step == .wait(milliseconds: 2_000))
  }

  @Test func aWishBeyondTheDeadlineIsWrittenDown() {
    var machine = machine()
    _ = start(&machine)
    let step = reply(&machine, head(503, [("Retry-After", "60")]))
    #expect(step == .finish(.failed(.status(503))))
    #expect(machine.restUntil == Self.now.adding(60))
  }

  @Test(arguments: [("Retry-After", "7", 7), ("X", "", 1_200)] as [(String, String, Int64)])
  func aRefusalIsNeverArguedWith(_ name: String, _ value: String, _ rest: Int64) {
    var machine = machine(stored: head(age: 500))
    _ = start(&machine)
    #expect(
      reply(&machine, head(429, [(name, value)])) == .finish(.stale(because: .status(429))))
    #expect(machine.restUntil == Self.now.adding(rest))
  }

  @Test(arguments: TransferFailure.allCases)
  func failuresOfTheWire(_ failure: TransferFailure) {
    var machine = machine(stored: head(age: 500))
    _ = start(&machine)
    var random = SystemRandomNumberGenerator()
    let step = machine.failed(failure, now: Self.now, tick: 1, using: &random)
    if failure.isPassing {
      guard case .wait = step else {
        Issue.record("\(step)")
        return
      }
    } else {
      #expect(step == .finish(.stale(because: .transfer(failure))))
    }
  }

  @Test func theDeadlineEndsTheTries() {
    var machine = machine(deadline: 150)
    _ = start(&machine)
    #expect(reply(&machine, head(503), tick: 150) == .finish(.failed(.status(503))))
    var late = self.machine(deadline: 150)
    _ = start(&late)
    #expect(late.waited(now: Self.now, tick: 150) == .finish(.failed(.deadline)))
  }
}
