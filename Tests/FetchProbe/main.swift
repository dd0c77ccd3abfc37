import Glibc
import Remittances

// A process for the tests of the cache to start, watch and kill.
//
//   FetchProbe fetch SOURCES ID CACHE AUTHORITY MODE    asks a source once; prints tier and rate
//   FetchProbe hammer CACHE                             replaces an entry for ever; prints counts

let arguments = CommandLine.arguments.dropFirst().map { $0 }

func fail(_ message: String) -> Never {
  say("FetchProbe: \(message)", to: 2)
  exit(70)
}

/// Writes a line at once: a killed process must have said what it did.
func say(_ line: String, to descriptor: Int32 = 1) {
  let bytes = Array("\(line)\n".utf8)
  _ = write(descriptor, bytes, bytes.count)
}

switch arguments.first {
case "fetch" where arguments.count == 6: fetch()
case "hammer" where arguments.count == 2: hammer()
default: fail("unknown arguments \(arguments)")
}

func fetch() {
  let modes: [String: FetchPolicy.Mode] = [
    "ordinary": .ordinary, "refresh": .refresh, "offline": .offline,
  ]
  do {
    let list = try SourceList(path: arguments[1])
    guard let source = list.source(arguments[2]), let mode = modes[arguments[5]] else {
      fail("no such source or mode")
    }
    let url = try source.url.filled([.fromCurrency: "USD", .toCurrency: "MXN"])
    let cache = try ReplyCache(place: CachePlace(path: arguments[3]))
    let settings = TransportSettings(authorityFile: arguments[4], usesProxy: false)
    let question = ReplyQuestion(fromCurrency: "USD", toCurrency: "MXN")
    let fetcher = Fetcher(cache: cache, settings: settings)
    let job = FetchJob(source: source, url: url, question: question, mode: mode)
    switch fetcher.run([job]).first {
    case .success(let answer):
      guard case .rates(let sets) = answer.reading, let set = sets.first,
        let rate = set.rate(from: "USD", to: "MXN")
      else { fail("no rates") }
      say("\(answer.tier.rawValue) \(rate)")
    case .failure(let error): say("failed \(error.code)")
    case nil: fail("no result")
    }
  } catch {
    fail("\(error)")
  }
}

func hammer() {
  do {
    let cache = try ReplyCache(place: CachePlace(path: arguments[1]))
    var count: UInt32 = 0
    while true {
      count += 1
      // Every four bytes of the body repeat the count, so that a mixture would show.
      let word = withUnsafeBytes(of: count.littleEndian) { Array($0) }
      let body = Array(repeatElement(word, count: 10_000 + Int(count % 7) * 15_000).joined())
      let now = Instant.now()
      let head = ReplyHead(
        status: 200, headers: HTTPHeaders([("X-Count", "\(count)")]), requestedAt: now,
        receivedAt: now)
      try cache.store(
        StoredReply(source: "hammer", url: "https://localhost/", head: head, body: body), now: now)
      say("\(count)")
    }
  } catch {
    fail("\(error)")
  }
}
