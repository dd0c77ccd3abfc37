import Quantities

extension ServicePrice {
  /// The figures for an amount from the surveyed baskets.
  ///
  /// Between the two amounts fee, rate and margin run in a straight line. Outside, the margin and
  /// the rate of the nearer basket hold, the fee goes on along the line (and never below the
  /// smaller of the two), and the answer is marked as extrapolated.
  func basketFigures(
    _ amount: ExactDecimal, _ low: PriceBasis.Basket, _ high: PriceBasis.Basket?
  ) throws(CostError) -> TransferFigures {
    do {
      guard let high, high.amount > low.amount else {
        return figures(amount, low, fee: low.fee, outside: amount != low.amount)
      }
      if amount == low.amount { return figures(amount, low, fee: low.fee, outside: false) }
      if amount == high.amount { return figures(amount, high, fee: high.fee, outside: false) }
      let line = Line(from: low.amount, to: high.amount, at: amount)
      let fee = try line.value(low.fee, high.fee)
      if amount < low.amount || amount > high.amount {
        let floor = min(low.fee, high.fee)
        return figures(
          amount, amount < low.amount ? low : high, fee: max(fee, floor), outside: true)
      }
      var basket = PriceBasis.Basket(amount: amount, fee: fee, rate: nil, margin: nil)
      if let first = low.rate, let last = high.rate { basket.rate = try line.value(first, last) }
      if let first = low.margin, let last = high.margin {
        basket.margin = try line.value(first, last)
      }
      return figures(amount, basket, fee: fee, outside: false)
    } catch {
      throw .arithmetic(error)
    }
  }

  private func figures(
    _ amount: ExactDecimal, _ basket: PriceBasis.Basket, fee: ExactDecimal, outside: Bool
  ) -> TransferFigures {
    var margin = Margin.unknown
    if let percent = basket.margin {
      let same = payoutCurrency == sendCurrency
      margin = .known(
        percent,
        against: same ? .sameCurrency : .stated(provenance.source, on: provenance.observed))
    }
    var flags = flags
    flags.set(.extrapolated, when: outside)
    return TransferFigures(
      amount: amount, fee: fee, rate: basket.rate, margin: margin, flags: flags, stated: nil)
  }

  /// A straight line over two amounts, read at a third.
  private struct Line {
    let from: ExactDecimal
    let to: ExactDecimal
    let at: ExactDecimal

    func value(
      _ first: ExactDecimal, _ last: ExactDecimal
    ) throws(ArithmeticError) -> ExactDecimal {
      if first == last { return first }
      let rise = try last.subtracting(first).multiplied(by: at.subtracting(from))
      return try first.adding(rise.divided(by: to.subtracting(from)))
    }
  }
}
