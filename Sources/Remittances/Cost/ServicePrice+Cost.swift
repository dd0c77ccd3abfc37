import Quantities

extension ServicePrice {
  /// What sending an amount by this service costs.
  ///
  /// Total cost % = fee / amount × 100 + margin, with the fee on top (World Bank, Remittance Prices
  /// Worldwide, methodology). With the fee taken out the margin weighs on amount - fee only, so that
  /// the total is what fails to arrive, in per cent of the amount.
  /// - Parameters:
  ///   - amount: in the send currency, above zero.
  ///   - midMarket: from the send to the payout currency. Where it is given and the payout currency
  ///     is known, a quote's margin is measured against it; otherwise the source's own margin holds.
  /// - Throws: `CostError`.
  public func cost(
    of amount: ExactDecimal, mode: CostMode, midMarket: MidMarketRate? = nil
  ) throws(CostError) -> TransferCost {
    guard amount.signum > 0 else { throw .amountNotPositive(amount) }
    var figures: TransferFigures
    switch price {
    case .quote(let quote):
      guard quote.amount == amount else {
        throw .amountNotQuoted(asked: amount, quoted: quote.amount)
      }
      figures = TransferFigures(
        amount: amount, fee: quote.fee, rate: quote.rate,
        margin: try margin(of: quote, midMarket: midMarket), flags: flags,
        stated: quote.mode == mode ? quote.received : nil)
      figures.flags.set(.feeQuotedInOtherMode, when: quote.mode != mode)
      figures.flags.set(.rateUncertain, when: midMarket?.isUncertain ?? false)
    case .baskets(let low, let high):
      figures = try basketFigures(amount, low, high)
      figures.flags.set(.feeQuotedInOtherMode, when: mode != .onTop)
    }
    figures.flags.set(.payoutCurrencyUnknown, when: payoutCurrency == nil)
    return try figures.cost(mode: mode, send: sendCurrency, payout: payoutCurrency)
  }

  private func margin(
    of quote: PriceBasis.Quote, midMarket: MidMarketRate?
  ) throws(CostError) -> Margin {
    if let payoutCurrency, payoutCurrency == sendCurrency {
      // The reference between a currency and itself is 1, whatever a source says.
      let percent = try Self.margin(applied: quote.rate ?? .one, reference: .one)
      return .known(percent, against: .sameCurrency)
    }
    if let midMarket, let payoutCurrency, let rate = quote.rate {
      guard midMarket.base == sendCurrency, midMarket.quote == payoutCurrency else {
        throw .otherCurrencies(
          expected: "\(sendCurrency)/\(payoutCurrency)",
          found: "\(midMarket.base)/\(midMarket.quote)")
      }
      let percent = try Self.margin(applied: rate, reference: midMarket.rate)
      return .known(percent, against: .midMarket(midMarket))
    }
    guard let stated = quote.statedMargin else { return .unknown }
    return .known(stated, against: .stated(provenance.source, on: provenance.observed))
  }

  /// The margin (1 - applied / reference) × 100, in per cent.
  public static func margin(
    applied: ExactDecimal, reference: ExactDecimal
  ) throws(CostError) -> ExactDecimal {
    guard reference.signum > 0 else { throw .midMarketNotPositive(reference) }
    do {
      return try reference.subtracting(applied).multiplied(by: .hundred).divided(by: reference)
    } catch { throw .arithmetic(error) }
  }
}
