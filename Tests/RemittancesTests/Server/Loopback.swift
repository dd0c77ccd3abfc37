import Foundation
import Quantities

@testable import Remittances

extension TransportSettings {
  /// Settings that trust the test server's authority and have patience with a busy machine.
  static func loopback(
    _ server: MisbehavingServer, lowSpeedTime: Int = 8
  ) -> TransportSettings {
    TransportSettings(
      connectTimeout: 15_000, lowSpeedLimit: 64, lowSpeedTime: lowSpeedTime,
      authorityFile: server.authority, usesProxy: false)
  }
}

/// A made_up source on the test server with a cache of its own.
struct Loopback {
  static let question = ReplyQuestion(fromCurrency: "USD", toCurrency: "MXN")

  let server: MisbehavingServer
  let token = UUID().uuidString
  let directory: URL
  let source: PriceSource
  /// The source list that knows the source.
  let list: String
  let url: String

  /// - Parameters:
  ///   - steps: what the server does at each request, separated by commas.
  ///   - host: which of the servers.
  init(
    _ steps: String, on host: String = "good", mayStore: Bool = true, reader: String? = nil,
    largest: String = "256KB", giveUpAfter: String = "40s"
  ) throws {
    server = try unwrapped(MisbehavingServer.shared)
    // The server takes its directory away when the tests end.
    directory = server.directory.appendingPathComponent("cache-\(token)")
    let template = server.url(steps, token: token, on: host)
    let isWorkbook = reader == "workbook_xlsx"
    list = """
      format: sojourn/price-sources/1
      limits: {connections: 6, connections_per_host: 2, tries: 3, connect_within: 15s,
        answer_within: 20s, give_up_after: \(giveUpAfter), slowest: 64B, slowest_for: 1s,
        rest_after_refusal: 20m}
      sources:
        - id: made_up
          name: A source that only this list knows
          publisher: Nobody
          gives: \(isWorkbook ? "workbook" : "mid_market")
          url: \(template)
          reader: \(reader ?? "rate_rows_json")
          fresh_for: 1h
          stale_for: 7d
          largest: \(largest)
          may_store: \(mayStore ? "yes" : "no")
          may_pass_on: no
          terms: None
          attribution: Made up for a test
      """
    source = try unwrapped(SourceList(bytes: Array(list.utf8), file: "test").source("made_up"))
    url = try source.url.filled([.fromCurrency: "USD", .toCurrency: "MXN"])
  }

  var cachePath: String { directory.appendingPathComponent("rates.sqlite").path }

  func cache() throws -> ReplyCache { try ReplyCache(place: CachePlace(path: cachePath)) }

  func job(_ mode: FetchPolicy.Mode = .ordinary) -> FetchJob {
    var job = FetchJob(source: source, url: url, question: Loopback.question, mode: mode)
    job.policy.backoff = Backoff(base: 20, ceiling: 40, tries: source.limits.tries)
    return job
  }

  /// Asks once, as a new process would.
  func ask(
    _ mode: FetchPolicy.Mode = .ordinary, clock: FetchClock = FetchClock()
  ) throws -> Result<FetchAnswer, FetchError> {
    let fetcher = Fetcher(cache: try cache(), settings: .loopback(server), clock: clock)
    return try unwrapped(fetcher.run([job(mode)]).first)
  }

  /// Puts a good reply of an hour and a half ago into the cache: past its time, but usable.
  func seed(ageInSeconds age: Int64 = 5_400) throws {
    let then = Instant.now().adding(-age)
    let head = ReplyHead(
      status: 200, headers: HTTPHeaders([("ETag", "\"seed\"")]), requestedAt: then,
      receivedAt: then)
    try cache().store(
      StoredReply(source: source.id, url: url, head: head, body: Loopback.seedBody), now: then)
  }

  static let seedBody = Array(
    #"[{"date":"2026-09-01","base":"USD","quote":"MXN","rate":16.5}]"#.utf8)

  /// The body the cache holds now.
  func storedBody() throws -> [UInt8]? { try cache().reply(source: source.id, url: url)?.body }

  func requests() throws -> [MisbehavingServer.Asked] { try server.log(token) }
}

extension Result where Success == FetchAnswer, Failure == FetchError {
  /// The rate from dollars to pesos in the answer.
  var rate: ExactDecimal? {
    guard case .success(let answer) = self, case .rates(let sets) = answer.reading else {
      return nil
    }
    return sets.first?.rate(from: "USD", to: "MXN")
  }

  var tier: Tier? { if case .success(let answer) = self { answer.tier } else { nil } }
  var because: FetchError? { if case .success(let answer) = self { answer.because } else { nil } }
  var error: FetchError? { if case .failure(let error) = self { error } else { nil } }
}
