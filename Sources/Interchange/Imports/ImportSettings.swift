import Quantities

/// What a person says about an input that does not say it itself.
public struct ImportSettings: Sendable, Hashable {
  /// How a date of three numbers is read.
  public enum DateOrder: String, Sendable, Hashable, CaseIterable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
  }

  /// What stands before the decimals.
  public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
    case point, comma

    var character: Character { self == .point ? "." : "," }
  }

  /// The country of what names none.
  public var country: Country?
  public var dates: DateOrder?
  public var decimals: DecimalMark?

  public init(
    country: Country? = nil, dates: DateOrder? = nil, decimals: DecimalMark? = nil
  ) {
    self.country = country
    self.dates = dates
    self.decimals = decimals
  }
}
