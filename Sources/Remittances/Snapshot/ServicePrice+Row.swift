import Quantities

extension ServicePrice {
  /// The price of a surveyed row; nil where a basket lacks its amount or fee, or the send currency
  /// is none of ISO 4217.
  ///
  /// A margin that the row's flags call unknown is unknown here, whatever 0 stands in the column.
  public init?(_ row: ServiceRow, corridor: Corridor, provenance: Provenance) {
    guard let currency = row.low.currency.flatMap({ Currency($0) }),
      let low = Self.basket(row.low, row)
    else { return nil }
    // Two baskets in two currencies lie on no line.
    let sameCurrency = row.high.currency == row.low.currency
    self.init(
      provider: row.firm, providerKind: row.firmType, corridor: corridor, sendCurrency: currency,
      payoutCurrency: row.payoutCurrency, payIn: row.payIn, payOut: row.payOut, speed: row.speed,
      price: .baskets(low: low, high: sameCurrency ? Self.basket(row.high, row) : nil),
      flags: row.flags, provenance: provenance)
  }

  private static func basket(
    _ basket: ServiceRow.Basket, _ row: ServiceRow
  ) -> PriceBasis.Basket? {
    guard let amount = basket.amount, amount.signum > 0, let fee = basket.fee else { return nil }
    return PriceBasis.Basket(
      amount: amount, fee: fee, rate: basket.rate,
      margin: row.flags.contains(.marginUnknown) ? nil : basket.margin)
  }
}
