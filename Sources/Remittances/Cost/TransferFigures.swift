import Quantities

/// The figures for one amount, before they are put together.
struct TransferFigures {
  var amount: ExactDecimal
  var fee: ExactDecimal
  var rate: ExactDecimal?
  var margin: Margin
  var flags: PriceFlags
  /// What the source itself says arrives, where that is for this very transfer.
  var stated: ExactDecimal?

  /// Adds up a transfer.
  ///
  /// - Parameter payout: the currency paid out; without it nothing is said about what arrives.
  func cost(
    mode: CostMode, send: Currency, payout: Currency?
  ) throws(CostError) -> TransferCost {
    do {
      let converted: ExactDecimal
      switch mode {
      case .onTop: converted = amount
      case .takenOut:
        converted = try amount.subtracting(fee)
        guard converted.signum > 0 else {
          throw CostError.feeTakesAll(fee: fee, amount: amount)
        }
      }
      let feePercent = try fee.multiplied(by: .hundred).divided(by: amount)
      let marginPart: ExactDecimal?
      switch (margin.percent, mode) {
      case (nil, _): marginPart = nil
      case (let percent?, .onTop): marginPart = percent
      case (let percent?, .takenOut):
        marginPart = try percent.multiplied(by: converted).divided(by: amount)
      }
      let total: ExactDecimal?
      if let marginPart { total = try feePercent.adding(marginPart) } else { total = nil }
      var received: TransferCost.Received?
      if let payout {
        if let stated {
          received = .init(amount: stated, currency: payout)
        } else if let rate {
          received = .init(amount: try converted.multiplied(by: rate), currency: payout)
        } else if payout == send {
          received = .init(amount: converted, currency: payout)
        }
      }
      var flags = flags
      flags.set(.marginUnknown, when: margin == .unknown)
      flags.set(.promotional, when: margin.isPromotional)
      flags.set(.negativeTotal, when: total.map(\.isNegative) ?? false)
      return TransferCost(
        amount: amount, mode: mode, fee: fee, feePercent: feePercent, margin: margin,
        marginPercentOfAmount: marginPart, totalPercent: total,
        paid: mode == .onTop ? try amount.adding(fee) : amount, converted: converted,
        received: received, flags: flags)
    } catch let error as CostError {
      throw error
    } catch let error as ArithmeticError {
      throw .arithmetic(error)
    } catch {
      // Nothing above throws anything else; overflow is the nearest true statement.
      throw .arithmetic(.overflow)
    }
  }
}
