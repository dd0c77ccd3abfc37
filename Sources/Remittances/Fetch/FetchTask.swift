/// One question on its way to an answer: carries out what its machine decides.
final class FetchTask {
  enum Phase {
    case new
    /// Another process fetches the same; looked at again at this tick.
    case waitingForFlight(next: Int64)
    case backingOff(until: Int64)
    case queued([HTTPHeaders.Field])
    case transferring(CurlTransport.Ticket)
    case done(Result<FetchAnswer, FetchError>)
  }

  let job: FetchJob
  private unowned let fetcher: Fetcher
  private let since: Instant
  private let key: String
  private var phase = Phase.new
  private var machine: FetchMachine
  private var stored: (head: ReplyHead, reading: SourceReading)?
  /// What a live reply said, until the machine says what becomes of it.
  private var arrived: (head: ReplyHead, body: [UInt8], reading: SourceReading)?
  private var holdsFlight = false
  private var hasWaited = false
  private var flightPause: Int64 = 25
  private var waitsUntil: Int64?

  init(_ job: FetchJob, in fetcher: Fetcher) {
    self.job = job
    self.fetcher = fetcher
    since = fetcher.clock.now()
    key = StoredReply.key(source: job.source.id, url: job.url)
    machine = FetchMachine(policy: job.policy, host: job.host, stored: nil)
  }

  var isDone: Bool { if case .done = phase { true } else { false } }
  var isQueued: Bool { if case .queued = phase { true } else { false } }
  var isTransferring: Bool { ticket != nil }
  var ticket: CurlTransport.Ticket? {
    if case .transferring(let ticket) = phase { ticket } else { nil }
  }
  var result: Result<FetchAnswer, FetchError>? {
    if case .done(let result) = phase { result } else { nil }
  }

  /// When it wants to be looked at again.
  var nextTick: Int64 {
    switch phase {
    case .new: 0
    case .waitingForFlight(let next): next
    case .backingOff(let until): until
    case .queued, .transferring, .done: .max
    }
  }

  /// Does whatever is due.
  func advance(tick: Int64) {
    switch phase {
    case .new: start(tick: tick)
    case .waitingForFlight(let next) where tick >= next: start(tick: tick)
    case .backingOff(let until) where tick >= until:
      follow(machine.waited(now: fetcher.clock.now(), tick: tick))
    default: break
    }
  }

  /// Loads what is stored and asks the machine what to do with it.
  private func start(tick: Int64) {
    let now = fetcher.clock.now()
    load()
    let resting = fetcher.restingUntil(job.host, now: now)
    machine = FetchMachine(policy: job.policy, host: job.host, stored: stored?.head)
    if hasWaited, let stored, stored.head.receivedAt >= since {
      return follow(.finish(.stored))
    }
    let step = machine.start(now: now, tick: tick, restingUntil: resting)
    guard case .send = step, job.policy.mayStore, !holdsFlight, fetcher.cache != nil else {
      return follow(step)
    }
    claim(step, now: now, tick: tick)
  }

  /// One process fetches; the others wait for what it brings.
  private func claim(_ step: FetchMachine.Step, now: Instant, tick: Int64) {
    let seconds = job.policy.deadline / 1_000 + 5
    let until = waitsUntil ?? tick + job.policy.deadline
    waitsUntil = until
    // Only a failure that this question waited for counts as its own.
    let wanted = hasWaited ? since : Instant(seconds: .max)
    let claim = fetcher.onCache {
      try $0.claim(key, owner: fetcher.owner, since: wanted, now: now, seconds: seconds)
    }
    switch claim {
    case .mine:
      holdsFlight = true
      // It may have landed between the look into the cache and the claim.
      if hasWaited { start(tick: tick) } else { follow(step) }
    case .taken where tick < until:
      hasWaited = true
      flightPause = min(flightPause * 2, 200)
      phase = .waitingForFlight(next: tick + flightPause)
    case .taken: follow(machine.gaveUp(.deadline, now: now))
    case .failed(let report): follow(machine.gaveUp(.failedElsewhere(report), now: now))
    case nil: follow(step)
    }
  }

  private func load() {
    stored = nil
    guard job.policy.mayStore else { return }
    let reply = fetcher.onCache { try $0.reply(source: job.source.id, url: job.url) }
    guard let reply else { return }
    // A reply that an older reader let in may not be what today's accepts.
    guard
      let reading = try? SourceReading(
        reply.body, as: job.source.reader, answering: job.question)
    else { return }
    stored = (reply.head, reading)
  }

  /// Begins the transfer the machine asked for.
  func begin(tick: Int64) {
    guard case .queued(let conditions) = phase else { return }
    guard let transport = fetcher.transport() else {
      return follow(machine.gaveUp(.transfer(.noLibrary), now: fetcher.clock.now()))
    }
    let timeout = min(job.source.limits.answerWithin, machine.remaining(tick: tick))
    let request = TransferRequest(
      url: job.url, fields: conditions, bodyLimit: job.source.largest, timeout: timeout)
    do {
      phase = .transferring(try transport.begin(request))
    } catch {
      failed(error)
    }
  }

  /// The transfer ended.
  func ended(_ result: TransferResult) {
    if let failure = result.failure { return failed(failure) }
    var verdict = FetchMachine.Verdict.notRead
    if result.head.status == 200 {
      do {
        let reading = try SourceReading(
          result.body, as: job.source.reader, answering: job.question)
        arrived = (result.head, result.body, reading)
        verdict = .valid
      } catch {
        verdict = .invalid(error.description)
      }
    }
    let step = machine.replied(
      result.head, verdict, now: fetcher.clock.now(), tick: fetcher.clock.tick(),
      using: &fetcher.random)
    follow(step)
  }

  private func failed(_ failure: TransferFailure) {
    follow(
      machine.failed(
        failure, now: fetcher.clock.now(), tick: fetcher.clock.tick(), using: &fetcher.random))
  }

  private func follow(_ step: FetchMachine.Step) {
    if let until = machine.restUntil {
      fetcher.rest(job.host, until: until, reason: "asked by the host (source \(job.source.id))")
    }
    switch step {
    case .send(let conditions): phase = .queued(conditions)
    case .wait(let milliseconds):
      phase = .backingOff(until: fetcher.clock.tick() + milliseconds)
    case .finish(let outcome): finish(outcome)
    }
  }

  private func finish(_ outcome: FetchMachine.Outcome) {
    let now = fetcher.clock.now()
    let (id, url) = (job.source.id, job.url)
    var failure: FetchError?
    switch outcome {
    case .stored:
      fetcher.onCache { try $0.markUsed(source: id, url: url, now: now) as Void? }
      answer(stored, now: now, because: nil)
    case .stale(let error):
      failure = error
      answer(stored, now: now, because: error)
    case .confirmed(let head):
      fetcher.onCache { try $0.confirm(source: id, url: url, head: head, now: now) as Void? }
      answer(stored.map { (head, $0.reading) }, now: now, tier: .live, because: nil)
    case .replied(let store):
      if store, let arrived {
        let reply = StoredReply(source: id, url: url, head: arrived.head, body: arrived.body)
        _ = fetcher.onCache { try $0.store(reply, now: now) }
      }
      answer(arrived.map { ($0.head, $0.reading) }, now: now, tier: .live, because: nil)
    case .failed(let error):
      failure = error
      phase = .done(.failure(error))
    }
    land(failure: failure?.description, now: now)
  }

  private func answer(
    _ found: (head: ReplyHead, reading: SourceReading)?, now: Instant, tier: Tier? = nil,
    because: FetchError?
  ) {
    guard let found else {
      phase = .done(.failure(because ?? .invalidReply("nothing was read")))
      return
    }
    let freshness = Freshness(
      of: found.head, now: now, freshFor: job.policy.freshFor, staleFor: job.policy.staleFor)
    phase = .done(
      .success(
        FetchAnswer(
          source: job.source, url: job.url, reading: found.reading, head: found.head,
          tier: tier ?? (freshness.isFresh() ? .fresh : .stale), age: freshness.age,
          because: because)))
  }

  private func land(failure: String?, now: Instant) {
    guard holdsFlight else { return }
    holdsFlight = false
    fetcher.onCache {
      try $0.land(key, owner: fetcher.owner, failure: failure, now: now) as Void?
    }
  }

  /// Leaves nothing behind when the run ends before it is done.
  func abandon() {
    if let ticket { fetcher.transport()?.cancel(ticket) }
    land(failure: nil, now: fetcher.clock.now())
  }
}
