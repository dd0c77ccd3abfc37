import Quantities

/// What was earned in a period, as the case says it.
public struct Earnings: Sendable, Hashable {
  /// One year, or one month of it.
  public struct Entry: Sendable, Hashable {
    public var year: Int
    public var month: Int?
    public var amount: ExactDecimal

    public init(year: Int, month: Int? = nil, amount: ExactDecimal) {
      self.year = year
      self.month = month
      self.amount = amount
    }
  }

  public enum Content: Sendable, Hashable {
    /// Certified or remembered year by year (or month by month).
    case entries([Entry])
    /// One typical wage for the whole period: an estimate, and called so in the answer.
    case typical(ExactDecimal, per: PeriodUnit)
  }

  public var content: Content
  /// The currency the figures are in; nil: each year's own legal tender of the scheme.
  public var currency: Currency?
  /// The years whose figures stand for what nobody knows, such as an average of all insured.
  public var estimated: Set<Int>

  public init(_ content: Content, currency: Currency? = nil, estimated: Set<Int> = []) {
    self.content = content
    self.currency = currency
    self.estimated = estimated
  }
}
