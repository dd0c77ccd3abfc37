import Quantities
import Remittances

/// What sending a pension home costs in a year.
public struct YearlyCost: Sendable, Hashable {
  /// What the figure rests on.
  public enum Basis: Sendable, Hashable {
    /// The cheapest service, by name.
    case service(String)
    /// The surveyed mean of the corridor: an estimate.
    case mean(CalendarQuarter)
  }

  public let basis: Basis
  /// In the currency of the pension, a year, to its smallest coin.
  public let cost: ExactDecimal
  /// Of the yearly pension.
  public let percent: ExactDecimal
  /// What arrives of one transfer, in the currency paid out; nil where no rate is known.
  public let received: TransferCost.Received?
  public let provenance: Provenance

  /// The cost of `times` transfers a year of the amount an answer is about.
  ///
  /// The cheapest service comes first. Where only the corridor's mean is known, the costs surveyed
  /// for 200 and 500 US dollars are taken as a fixed fee and a share of the amount.
  /// - Parameter dollars: US dollars for one unit of the sending currency; nil where not known.
  /// - Returns: nil where nothing is known or a figure overflows.
  static func of(_ answer: RemitAnswer, times: Int, thirds: Bool, dollars: ExactDecimal?)
    -> YearlyCost?
  {
    let amount = answer.question.amount
    if let best = answer.best, let total = best.cost.totalPercent {
      guard let each = try? ExactDecimal.quotient(of: [amount, total], by: [100]) else {
        return nil
      }
      return YearlyCost(
        .service(best.price.provider), each: each, of: answer.question, times, thirds,
        best.cost.received,
        best.price.provenance)
    }
    guard let mean = answer.mean,
      let each = try? expected(mean, amount: amount, dollars: dollars, thirds: thirds)
    else { return nil }
    var received: TransferCost.Received?
    if let rate = answer.midMarket, let left = try? amount - each,
      let changed = try? left * rate.rate,
      let cut = try? changed.rounded(places: rate.quote.minorUnits ?? 2, .down)
    {
      received = TransferCost.Received(amount: cut, currency: rate.quote)
    } else if answer.question.sendCurrency == answer.question.payoutCurrency,
      let left = try? amount - each,
      let cut = try? left.rounded(places: answer.question.sendCurrency.minorUnits ?? 2, .down)
    {
      received = TransferCost.Received(amount: cut, currency: answer.question.sendCurrency)
    }
    return YearlyCost(
      .mean(mean.quarter), each: each, of: answer.question, times, thirds, received, mean.provenance
    )
  }

  private init?(
    _ basis: Basis, each: ExactDecimal, of question: RemitQuestion, _ times: Int, _ thirds: Bool,
    _ received: TransferCost.Received?, _ provenance: Provenance
  ) {
    guard question.amount.signum > 0,
      let cost = try? ExactDecimal.quotient(
        of: [each, ExactDecimal(times)], by: [thirds ? 3 : 1]
      ).rounded(places: question.sendCurrency.minorUnits ?? 2, .halfUp),
      let percent = try? ExactDecimal.quotient(of: [each, 100], by: [question.amount])
        .rounded(places: 4, .halfUp)
    else { return nil }
    self.basis = basis
    self.cost = cost
    self.percent = percent
    self.received = received
    self.provenance = provenance
  }

  /// The expected cost of one transfer by the corridor's mean, in the sending currency.
  private static func expected(
    _ mean: StoredMean, amount: ExactDecimal, dollars: ExactDecimal?, thirds: Bool
  ) throws -> ExactDecimal? {
    let alone = try ExactDecimal.quotient(of: [amount, mean.totalAt200], by: [100])
    guard let larger = mean.totalAt500, let dollars, dollars.signum > 0 else {
      // One surveyed amount says nothing about what sending three payments together would cost.
      return thirds ? nil : alone
    }
    // fee + 200 share = 2 p200 and fee + 500 share = 5 p500, in dollars.
    let share = try ExactDecimal.quotient(of: [try larger * 5 - mean.totalAt200 * 2], by: [300])
    let fee = try mean.totalAt200 * 2 - share * 200
    guard share.signum >= 0, fee.signum >= 0 else { return thirds ? nil : alone }
    return try fee / dollars + share * amount
  }
}
