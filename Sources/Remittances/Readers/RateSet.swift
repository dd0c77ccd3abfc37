import Quantities

/// Exchange rates of one day against one currency.
public struct RateSet: Sendable, Equatable {
  /// The currency of which one unit is priced, in three letters.
  public let base: String
  /// The day the rates were observed, as the source states it.
  public let day: Day
  /// Units of each currency for one unit of `base`.
  public let rates: [String: ExactDecimal]
  /// Codes and cells that were passed over, such as a currency without a rate that day.
  public let skipped: [String]

  public init(base: String, day: Day, rates: [String: ExactDecimal], skipped: [String] = []) {
    self.base = base
    self.day = day
    self.rates = rates
    self.skipped = skipped
  }

  /// Units of `to` for one unit of `from`, crossed over the base where neither is it.
  /// - Returns: nil where a currency is not in the set or the quotient does not fit.
  public func rate(from: String, to: String) -> ExactDecimal? {
    if from == to { return .one }
    guard let fromRate = from == base ? ExactDecimal.one : rates[from],
      let toRate = to == base ? ExactDecimal.one : rates[to]
    else { return nil }
    if fromRate == .one { return toRate }
    return try? toRate.divided(by: fromRate)
  }
}
