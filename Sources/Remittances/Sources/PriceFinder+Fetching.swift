import Quantities

extension PriceFinder {
  /// Asks all sources of quotes and the first source of rates at once, then further sources of
  /// rates until one knows both currencies.
  func fetch(_ work: inout Work) {
    let question = work.question
    let sameCurrency = question.sendCurrency == question.payoutCurrency
    let quoteSources = sources.giving(.quotes)
    var rateSources = sameCurrency ? [] : sources.giving(.midMarket)
    var batch = quoteSources + rateSources.prefix(1)
    rateSources = Array(rateSources.dropFirst())
    while !batch.isEmpty {
      for (source, result) in zip(batch, ask(batch, question)) {
        take(result, from: source, &work)
      }
      // Sources of rates are asked one by one, but not when the network itself seems to be gone:
      // then waiting for each in turn would only take longer.
      let isUnreachable = work.consulted.contains {
        $0.tier == nil && $0.error?.isUnreachable == true
      }
      let next = work.reference == nil ? rateSources.prefix(isUnreachable ? .max : 1) : []
      rateSources.removeFirst(next.count)
      batch = Array(next)
    }
    if let trouble = fetcher.cacheTrouble { work.note("The cache was not used: \(trouble).") }
  }

  func ask(
    _ sources: [PriceSource], _ question: RemitQuestion
  ) -> [Result<FetchAnswer, FetchError>] {
    let values = question.placeholders
    // Every place the list knows can be filled but {location} and {date}, which no source of
    // quotes or of today's rates has; such an entry is reported as unusable.
    let urls = sources.map { try? $0.url.filled(values) }
    let jobs = zip(sources, urls).compactMap { source, url in
      url.map {
        FetchJob(
          source: source, url: $0, question: question.replyQuestion(for: source),
          mode: question.offline ? .offline : .ordinary, maxAge: question.maxAge)
      }
    }
    var results = fetcher.run(jobs)[...]
    return urls.map { url in
      guard url != nil, let result = results.popFirst() else {
        return .failure(.invalidReply("the source's address cannot be filled in"))
      }
      return result
    }
  }

  private func take(
    _ result: Result<FetchAnswer, FetchError>, from source: PriceSource, _ work: inout Work
  ) {
    switch result {
    case .failure(let error):
      work.consulted.append(.init(source: source, tier: nil, error: error, age: nil))
    case .success(let answer):
      work.consulted.append(
        .init(source: source, tier: answer.tier, error: answer.because, age: answer.age))
      switch answer.reading {
      case .quotes(let set): work.quotes.append((set, answer))
      case .rates(let sets): takeRate(sets, answer, &work)
      default: break
      }
    }
  }

  private func takeRate(_ sets: [RateSet], _ answer: FetchAnswer, _ work: inout Work) {
    let (from, to) = (work.question.sendCurrency, work.question.payoutCurrency)
    guard work.reference == nil else { return }
    for set in sets {
      guard let rate = set.rate(from: from.code, to: to.code) else { continue }
      work.reference = MidMarketRate(
        base: from, quote: to, rate: rate, provenance: provenance(answer, observed: set.day))
      if set.day > work.now.day {
        work.note("\(answer.source.name) dates its rate in the future, on \(set.day).")
      }
      return
    }
    work.note("\(answer.source.name) has no rate from \(from) to \(to).")
  }

  /// Where an answer's figures come from.
  func provenance(_ answer: FetchAnswer, observed: Day) -> Provenance {
    Provenance(
      source: SourceID(rawValue: answer.source.id), observed: observed,
      retrieved: answer.head.receivedAt, tier: answer.tier,
      licence: "\(answer.source.attribution). \(answer.source.terms).")
  }
}
