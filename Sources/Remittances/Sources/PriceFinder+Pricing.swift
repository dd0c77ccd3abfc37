import Quantities

extension PriceFinder {
  /// Rates of two sources may differ by that many per cent before the rate counts as uncertain.
  static let uncertainFrom: ExactDecimal = 1
  /// Rates further apart than that many days may differ because the market moved.
  static let comparableDays = 4

  /// Prices the quotes that comparisons gave.
  func takeQuotes(_ work: inout Work) {
    let question = work.question
    for (set, answer) in work.quotes {
      if let (rate, at) = set.midMarket, work.comparisonRate == nil,
        question.sendCurrency != question.payoutCurrency
      {
        work.comparisonRate = MidMarketRate(
          base: question.sendCurrency, quote: question.payoutCurrency, rate: rate,
          provenance: provenance(answer, observed: at.day))
      }
    }
    checkRate(&work)
    for (set, answer) in work.quotes {
      if !set.dropped.isEmpty {
        work.note(
          "\(answer.source.name): \(set.dropped.count) quotes could not be used"
            + " (\(set.dropped.prefix(3).joined(separator: "; "))).")
      }
      if let caveat = answer.source.caveat { work.note("\(answer.source.name): \(caveat).") }
      for quote in set.quotes where applies(quote, to: question.corridor) {
        take(service(quote, sent: set.sent, answer, question), quote.collectedAt, &work)
      }
    }
  }

  /// Says so where two sources disagree about the rate by over one per cent.
  private func checkRate(_ work: inout Work) {
    guard var rate = work.comparisonRate, let reference = work.reference,
      abs(rate.provenance.observed.distance(to: reference.provenance.observed))
        <= PriceFinder.comparableDays,
      let difference = try? ServicePrice.margin(applied: rate.rate, reference: reference.rate)
    else { return }
    rate.isUncertain = difference.magnitude > PriceFinder.uncertainFrom
    work.comparisonRate = rate
    if rate.isUncertain {
      work.note(
        "Sources differ by \(difference.magnitude.text(places: 1)) % about the mid-market rate:"
          + " \(rate.rate) by \(rate.provenance.source), \(reference.rate.text(places: 6)) by"
          + " \(reference.provenance.source).")
    }
  }

  /// Whether a quote limited to a country on either side is for this corridor.
  private func applies(_ quote: CollectedQuote, to corridor: Corridor) -> Bool {
    (quote.fromCountry == nil || quote.fromCountry == corridor.from.code)
      && (quote.toCountry == nil || quote.toCountry == corridor.to.code)
  }

  private func service(
    _ quote: CollectedQuote, sent: ExactDecimal, _ answer: FetchAnswer, _ question: RemitQuestion
  ) -> ServicePrice {
    var flags = PriceFlags()
    // The comparison applies the markup it collected then to the rate of now.
    flags.set(
      .rateRebased, when: !quote.isMidMarket && quote.collectedAt.day < answer.head.receivedAt.day)
    return ServicePrice(
      provider: quote.provider, providerKind: PriceFinder.kind(quote.kind),
      corridor: question.corridor, sendCurrency: question.sendCurrency,
      payoutCurrency: question.payoutCurrency, payIn: .bankAccount, payOut: .bankAccount,
      speed: quote.slowest.map(TransferSpeed.init(seconds:)) ?? .unknown,
      price: .quote(
        PriceBasis.Quote(
          amount: sent, fee: quote.fee, mode: .takenOut, rate: quote.rate,
          received: quote.received, statedMargin: quote.markup)),
      flags: flags, provenance: provenance(answer, observed: quote.collectedAt.day))
  }

  private static func kind(_ word: String) -> String? {
    switch word {
    case "": nil
    case "bank": "Bank"
    case "moneyTransferProvider": "Money transfer operator"
    case "travelMoney": "Travel money"
    default: word
    }
  }

  /// Adds what is stored on this machine.
  func takeStored(_ work: inout Work) {
    guard let stored else { return }
    let question = work.question
    do {
      if work.midMarket == nil, question.sendCurrency != question.payoutCurrency {
        work.reference = try stored.midMarket(
          from: question.sendCurrency, to: question.payoutCurrency, on: nil)
      }
      work.mean = try stored.mean(in: question.corridor)
      let services = try stored.services(in: question.corridor)
      // A survey of years ago must not stand as today's price.
      guard let newest = services.map(\.provenance.observed).max() else { return }
      if let mean = work.mean, newest < mean.quarter.first {
        work.note(
          "Single services are stored for this corridor up to \(newest) only; they are older than"
            + " the mean and not shown.")
        return
      }
      for service in services where service.sendCurrency == question.sendCurrency {
        take(service, nil, &work)
      }
    } catch {
      work.note("The stored prices could not be read: \(error).")
    }
  }

  /// Prices one service and adds it where it fits the question.
  private func take(_ service: ServicePrice, _ collected: Instant?, _ work: inout Work) {
    let question = work.question
    guard question.payIn.map({ $0 == service.payIn }) ?? true,
      question.payOut.map({ $0 == service.payOut }) ?? true
    else {
      work.otherWays += 1
      return
    }
    do {
      let cost = try service.cost(
        of: question.amount, mode: question.mode, midMarket: work.midMarket)
      work.services.append(.init(price: service, cost: cost, collected: collected))
    } catch {
      work.note("\(service.provider) is left out: \(error).")
    }
  }
}
