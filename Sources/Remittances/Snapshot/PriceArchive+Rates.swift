import Quantities

extension PriceArchive {
  /// Days that a reference rate of before may stand in: holidays and weekends, no more.
  static let longestGap = 10

  /// The rate between two currencies on a day, or on the last day before it that has rates; the
  /// newest where no day is given.
  ///
  /// Of two parities, or the ECB's euro reference rates crossed over the euro, whichever binds the
  /// currencies. Nil where one of them has no rate near that day.
  public func midMarket(
    from base: Currency, to quote: Currency, on day: Day?
  ) throws -> MidMarketRate? {
    guard let newest = try newestRateDay() else { return nil }
    let last = min(day ?? newest, newest)
    guard let first = try euroRate(base, on: last),
      let second = try euroRate(quote, on: last), base != quote
    else { return nil }
    let rate = try second.rate.divided(by: first.rate)
    let isParity = first.isParity && second.isParity
    let observed = min(first.day, second.day)
    let dataset = try database.integer(
      "SELECT id FROM dataset WHERE source = ?",
      .text(
        isParity
          ? SourceID.officialParity.rawValue : SourceID.europeanCentralBank.rawValue))
    return MidMarketRate(
      base: base, quote: quote, rate: rate,
      provenance: try provenance(dataset ?? 0, observed: observed),
      isPegged: isParity || first.anchor == second.anchor)
  }

  private struct EuroRate {
    /// Units for one euro.
    var rate: ExactDecimal
    var day: Day
    /// Whether the euro itself or a parity with it.
    var isParity: Bool
    /// The currency that this one is bound to, itself where it is bound to none.
    var anchor: Currency
  }

  private func newestRateDay() throws -> Day? {
    try database.integer("SELECT max(day) FROM reference_rate WHERE currency = 'USD'")
      .flatMap(Day.init(number:))
  }

  private func euroRate(_ currency: Currency, on day: Day) throws -> EuroRate? {
    if currency.code == "EUR" {
      return EuroRate(rate: .one, day: day, isParity: true, anchor: currency)
    }
    let statement = try database.prepare(
      """
      SELECT rate, day FROM reference_rate WHERE currency = ? AND day <= ? AND day > ?
      ORDER BY day DESC LIMIT 1
      """)
    let number = Int64(day.number)
    try statement.bind(
      [.text(currency.code), .integer(number), .integer(number - Int64(Self.longestGap))])
    if try statement.step(), let rate = statement.decimal(0),
      let found = Day(number: statement.integer(1))
    {
      let anchor = try parity(currency, on: day)?.base ?? currency
      return EuroRate(rate: rate, day: found, isParity: false, anchor: anchor)
    }
    guard let parity = try parity(currency, on: day), parity.base != currency,
      var base = try euroRate(parity.base, on: day)
    else { return nil }
    base.rate = try base.rate.multiplied(by: parity.rate)
    return base
  }

  /// The parity of a currency on a day: so many units for one unit of its anchor.
  private func parity(
    _ currency: Currency, on day: Day
  ) throws -> (base: Currency, rate: ExactDecimal)? {
    let statement = try database.prepare(
      """
      SELECT base, rate FROM parity
      WHERE quote = ? AND since <= ? AND (until IS NULL OR until >= ?)
      ORDER BY since DESC LIMIT 1
      """)
    let number = Int64(day.number)
    try statement.bind([.text(currency.code), .integer(number), .integer(number)])
    guard try statement.step(), let base = Currency(statement.text(0)),
      let rate = statement.decimal(1)
    else { return nil }
    return (base, rate)
  }
}
