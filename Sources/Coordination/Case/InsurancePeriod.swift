import Quantities

/// A stretch of insurance or residence in one country.
public struct InsurancePeriod: Sendable, Hashable {
  /// A sum certified by the institution: it beats the dates (Reg. 987/2009 Art 13(3)).
  public struct CertifiedSum: Sendable, Hashable {
    public var amount: ExactDecimal
    public var unit: PeriodUnit
    /// Days to a week (5, 6 or 7) behind a sum in days; nil if not said.
    public var daysPerWeek: Int?

    public init(_ amount: ExactDecimal, _ unit: PeriodUnit, daysPerWeek: Int? = nil) {
      self.amount = amount
      self.unit = unit
      self.daysPerWeek = daysPerWeek
    }
  }

  public var country: Country
  /// The scheme, such as `FR.CNAV`; nil: every scheme of the country that covers such periods.
  public var scheme: String?
  public var span: Span
  public var type: PeriodType
  public var earnings: Earnings?
  public var certified: CertifiedSum?

  public init(
    country: Country, scheme: String? = nil, span: Span, type: PeriodType,
    earnings: Earnings? = nil, certified: CertifiedSum? = nil
  ) {
    self.country = country
    self.scheme = scheme
    self.span = span
    self.type = type
    self.earnings = earnings
    self.certified = certified
  }
}
