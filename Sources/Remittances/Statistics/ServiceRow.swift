import Quantities

/// One row of Remittance Prices Worldwide as it was imported, with its flags.
public struct ServiceRow: Sendable, Hashable {
  /// The figures of one basket; nil where the cell was blank or no number.
  public struct Basket: Sendable, Hashable {
    public var amount: ExactDecimal?
    /// The send currency's code in the source's spelling.
    public var currency: String?
    public var fee: ExactDecimal?
    public var rate: ExactDecimal?
    /// The published margin in per cent.
    public var margin: ExactDecimal?
    /// The published total cost in per cent.
    public var total: ExactDecimal?

    public init(
      amount: ExactDecimal?, currency: String?, fee: ExactDecimal?, rate: ExactDecimal?,
      margin: ExactDecimal?, total: ExactDecimal?
    ) {
      self.amount = amount
      self.currency = currency
      self.fee = fee
      self.rate = rate
      self.margin = margin
      self.total = total
    }
  }

  public var number: Int?
  public var quarter: CalendarQuarter
  public var source: String
  public var destination: String
  /// The firm, without surrounding spaces.
  public var firm: String
  public var firmType: String?
  public var payIn: PaymentChannel
  public var payOut: PaymentChannel
  public var speed: TransferSpeed
  /// The equivalent of 200 US dollars.
  public var low: Basket
  /// The equivalent of 500 US dollars.
  public var high: Basket
  public var interbank: ExactDecimal?
  /// What the source's own column says.
  public var isTransparent: Bool
  /// The currency that the note says is paid out.
  public var payoutCurrency: Currency?
  public var day: Day?
  public var flags: PriceFlags

  public init(
    number: Int?, quarter: CalendarQuarter, source: String, destination: String, firm: String,
    firmType: String?, payIn: PaymentChannel, payOut: PaymentChannel, speed: TransferSpeed,
    low: Basket, high: Basket, interbank: ExactDecimal?, isTransparent: Bool,
    payoutCurrency: Currency?, day: Day?, flags: PriceFlags
  ) {
    self.number = number
    self.quarter = quarter
    self.source = source
    self.destination = destination
    self.firm = firm
    self.firmType = firmType
    self.payIn = payIn
    self.payOut = payOut
    self.speed = speed
    self.low = low
    self.high = high
    self.interbank = interbank
    self.isTransparent = isTransparent
    self.payoutCurrency = payoutCurrency
    self.day = day
    self.flags = flags
  }
}
