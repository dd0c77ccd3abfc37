import Quantities

/// Answers what sending money costs: from live sources, then the cache, then what is stored on
/// this machine.
public final class PriceFinder {
  let sources: SourceList
  let fetcher: Fetcher
  let stored: (any StoredPrices)?
  let clock: FetchClock

  /// - Parameter stored: the embedded snapshot or an imported workbook; nil works without.
  public init(
    sources: SourceList, fetcher: Fetcher, stored: (any StoredPrices)? = nil,
    clock: FetchClock = FetchClock()
  ) {
    self.sources = sources
    self.fetcher = fetcher
    self.stored = stored
    self.clock = clock
  }

  /// The cost of every known service.
  ///
  /// Quotes for the very amount come first. Surveyed services stand beside them, and alone where
  /// there are no quotes; a survey older than the newest mean of the corridor is left out.
  public func answer(_ question: RemitQuestion) -> RemitAnswer {
    var work = Work(question: question, now: clock.now())
    fetch(&work)
    takeQuotes(&work)
    takeStored(&work)
    takeCountryCosts(&work)
    return work.answer()
  }

  /// What gathers while a question is answered.
  struct Work {
    let question: RemitQuestion
    let now: Instant
    var quotes: [(QuoteSet, FetchAnswer)] = []
    var reference: MidMarketRate?
    var comparisonRate: MidMarketRate?
    var services: [RemitAnswer.Service] = []
    var mean: StoredMean?
    var consulted: [RemitAnswer.Consulted] = []
    var otherWays = 0
    var notes: [String] = []

    /// The comparison's own rate is of the same minute as its quotes; a reference is of a day.
    var midMarket: MidMarketRate? { comparisonRate ?? reference }

    mutating func note(_ sentence: String) {
      if !notes.contains(sentence) { notes.append(sentence) }
    }

    func answer() -> RemitAnswer {
      RemitAnswer(
        question: question, answered: now,
        services: services.sorted { $0.cost.isCheaper(than: $1.cost) }, midMarket: midMarket,
        check: comparisonRate == nil ? nil : reference, mean: mean, consulted: consulted,
        otherWays: otherWays, notes: notes)
    }
  }
}
