import Glibc

/// Answers questions to price sources: from the cache while fresh, else over the network, else
/// from the cache although stale.
///
/// Many questions run at once on one thread; one fetch serves all processes that want the same.
public final class Fetcher {
  let cache: ReplyCache?
  let settings: TransportSettings
  let clock: FetchClock
  /// What the cache could not do; the answers are right all the same.
  public internal(set) var cacheTrouble: CacheError?
  var restingHosts: [String: Instant] = [:]
  var random = SystemRandomNumberGenerator()
  let owner: String
  // Made at the first request only: even an idle transport opens sockets of its own.
  private var madeTransport: CurlTransport?

  /// - Parameter cache: nil works without keeping anything.
  public init(
    cache: ReplyCache?, settings: TransportSettings = TransportSettings(),
    clock: FetchClock = FetchClock()
  ) {
    self.cache = cache
    self.settings = settings
    self.clock = clock
    owner = FlightOwner.own(Int.random(in: 0...Int(Int32.max)))
  }

  /// Answers all questions; each on its own, so one that fails takes no other with it.
  /// - Returns: one result a question, in their order.
  public func run(_ jobs: [FetchJob]) -> [Result<FetchAnswer, FetchError>] {
    let tasks = jobs.map { FetchTask($0, in: self) }
    defer { for task in tasks { task.abandon() } }
    while true {
      let tick = clock.tick()
      for task in tasks { task.advance(tick: tick) }
      startQueued(tasks, tick: tick)
      let open = tasks.filter { !$0.isDone }
      if open.isEmpty { break }
      wait(for: open, tick: tick)
    }
    return tasks.map { $0.result ?? .failure(.deadline) }
  }

  /// Begins transfers as far as the limits let: libcurl would count queued time as transfer time.
  private func startQueued(_ tasks: [FetchTask], tick: Int64) {
    var running = tasks.filter(\.isTransferring)
    for task in tasks where task.isQueued {
      guard running.count < settings.totalConnections,
        running.count(where: { $0.job.host == task.job.host })
          < min(settings.hostConnections, task.job.source.limits.connectionsPerHost)
      else { continue }
      task.begin(tick: tick)
      if task.isTransferring { running.append(task) }
    }
  }

  /// Sleeps until something can go on, at most a quarter of a second.
  private func wait(for tasks: [FetchTask], tick: Int64) {
    let next = tasks.map(\.nextTick).min() ?? tick
    let pause = min(max(next - tick, 0), 250)
    guard let transport = madeTransport, transport.count > 0 else {
      if pause > 0 { usleep(UInt32(pause * 1_000)) }
      return
    }
    for (ticket, result) in transport.step(milliseconds: pause) {
      tasks.first { $0.ticket == ticket }?.ended(result)
    }
  }

  /// The transport, made when first wanted; nil where libcurl cannot start.
  func transport() -> CurlTransport? {
    if madeTransport == nil { madeTransport = CurlTransport(settings: settings) }
    return madeTransport
  }

  /// Runs something on the cache; trouble is noted and counts as nothing found.
  func onCache<Value>(_ body: (ReplyCache) throws -> Value?) -> Value? {
    guard let cache else { return nil }
    do {
      return try body(cache)
    } catch {
      cacheTrouble = error as? CacheError
      return nil
    }
  }

  /// Until when a host rests, by this process's memory or the cache.
  func restingUntil(_ host: String, now: Instant) -> Instant? {
    if let until = restingHosts[host], until > now { return until }
    return onCache { try $0.restingUntil(host: host, now: now) }
  }

  /// Lets a host rest, in this process and the next ones.
  func rest(_ host: String, until: Instant, reason: String) {
    restingHosts[host] = until
    onCache { try $0.rest(host: host, until: until, reason: reason) as Void? }
  }
}
