import Glibc

/// Downloads one large file, taking an earlier download up again where it broke off.
///
/// Bytes go to `<path>.part`; only a whole file that passes its check takes the final name.
public struct FileDownload {
  let fetcher: Fetcher
  let source: PriceSource
  let url: String
  /// The final name.
  let path: String
  let progress: ((FetchProgress) -> Void)?

  public init(
    fetcher: Fetcher, source: PriceSource, url: String, path: String,
    progress: ((FetchProgress) -> Void)? = nil
  ) {
    self.fetcher = fetcher
    self.source = source
    self.url = url
    self.path = path
    self.progress = progress
  }

  private var part: String { "\(path).part" }
  private var key: String { "download \(url)" }

  /// Downloads the file.
  /// - Returns: the head of the last reply.
  /// - Throws: `FetchError`; what arrived stays in the part for the next run where the host's
  ///   reply had a validator.
  public func run() throws(FetchError) -> ReplyHead {
    guard let host = URLTemplate.host(of: url) else { throw .transfer(.notHTTPS) }
    guard let transport = fetcher.transport() else { throw .transfer(.noLibrary) }
    try claim()
    var failure: FetchError?
    defer { land(failure) }
    let job = FetchJob(source: source, url: url, question: ReplyQuestion(), mode: .refresh)
    var machine = FetchMachine(policy: job.policy, host: host, stored: nil)
    let clock = fetcher.clock
    var step = machine.start(
      now: clock.now(), tick: clock.tick(),
      restingUntil: fetcher.restingUntil(host, now: clock.now()))
    while true {
      if let until = machine.restUntil {
        fetcher.rest(host, until: until, reason: "asked by the host (source \(source.id))")
      }
      switch step {
      case .wait(let milliseconds):
        usleep(UInt32(clamping: milliseconds * 1_000))
        step = machine.waited(now: clock.now(), tick: clock.tick())
      case .send:
        let result = transfer(on: transport, within: machine.remaining(tick: clock.tick()))
        step = next(&machine, result)
        if case .finish(.replied) = step, rename(part, path) == 0 {
          note(nil)
          return result.head
        }
      case .finish(.failed(let error)):
        failure = error
        throw error
      case .finish:
        failure = .transfer(.disk)
        throw .transfer(.disk)
      }
    }
  }

  private func transfer(on transport: CurlTransport, within remaining: Int64) -> TransferResult {
    let offset = resumableBytes()
    let validator = fetcher.onCache { try $0.download(url: url) }?.validator
    var fields: [HTTPHeaders.Field] = []
    if offset > 0, let validator { fields.append(.init(name: "if-range", value: validator)) }
    let request = TransferRequest(
      url: url, fields: fields, bodyLimit: source.largest,
      timeout: min(source.limits.answerWithin, remaining), acceptsCompression: false,
      file: .init(path: part, offset: offset))
    do {
      let ticket = try transport.begin(request, progress: progress) { head in
        note(head)
      }
      while true {
        for (ended, result) in transport.step(milliseconds: 250) where ended == ticket {
          return result
        }
      }
    } catch {
      let head = ReplyHead(
        status: 0, headers: HTTPHeaders(), requestedAt: fetcher.clock.now(),
        receivedAt: fetcher.clock.now())
      return TransferResult(head: head, body: [], failure: error, detail: "", finalURL: url)
    }
  }

  private func next(
    _ machine: inout FetchMachine, _ result: TransferResult
  ) -> FetchMachine.Step {
    let (now, tick) = (fetcher.clock.now(), fetcher.clock.tick())
    if let failure = result.failure {
      // A part longer than the whole, or in another place than asked, is of no more use.
      if failure == .protocolError || failure == .tooLarge { discard() }
      return machine.failed(failure, now: now, tick: tick, using: &fetcher.random)
    }
    var head = result.head
    var verdict = FetchMachine.Verdict.notRead
    switch head.status {
    case 200, 206:
      head.status = 200
      verdict = check()
      if verdict != .valid { discard() }
    case 416:
      // The part no longer fits the file: begin anew.
      discard()
      return machine.failed(.connectionLost, now: now, tick: tick, using: &fetcher.random)
    default: break
    }
    return machine.replied(head, verdict, now: now, tick: tick, using: &fetcher.random)
  }

  /// Bytes in the part, if there is a validator to go on with; else the part goes.
  private func resumableBytes() -> Int64 {
    var status = stat()
    guard stat(part, &status) == 0, status.st_size > 0 else { return 0 }
    guard fetcher.onCache({ try $0.download(url: url) }) != nil else {
      discard()
      return 0
    }
    return Int64(status.st_size)
  }

  private func check() -> FetchMachine.Verdict {
    guard let ends = FileEnds(part, tail: WorkbookCheck.tail) else {
      return .invalid("the downloaded file cannot be read")
    }
    do {
      try WorkbookCheck.check(start: ends.start, end: ends.end, size: ends.size)
      return .valid
    } catch {
      return .invalid(error.description)
    }
  }

  private func discard() {
    unlink(part)
    note(nil)
  }

  /// Writes down what a later run needs to go on: a strong tag or a date, before any byte.
  private func note(_ head: ReplyHead?) {
    let tag = head?.headers.first("etag").flatMap { $0.hasPrefix("\"") ? $0 : nil }
    let validator = tag ?? head?.headers.first("last-modified")
    if head?.status == 206 { return }
    let total = head?.headers.first("content-length").flatMap { Int64($0.trimmed) }
    fetcher.onCache {
      try $0.note(
        download: validator.map { ReplyCache.Download(validator: $0, total: total) }, url: url)
        as Void?
    }
  }

  /// One process downloads; another that wants the same is told so at once.
  private func claim() throws(FetchError) {
    let now = fetcher.clock.now()
    let claim = fetcher.onCache {
      try $0.claim(
        key, owner: fetcher.owner, since: Instant(seconds: .max), now: now,
        seconds: source.limits.giveUpAfter / 1_000 + 5)
    }
    if claim == .taken { throw .failedElsewhere("another process is downloading it now") }
  }

  private func land(_ failure: FetchError?) {
    let now = fetcher.clock.now()
    fetcher.onCache {
      try $0.land(key, owner: fetcher.owner, failure: failure?.description, now: now) as Void?
    }
  }
}
