import Quantities

/// The years that amounts are asked for one after the other, from one year on.
public struct EarningsFrame: Sendable, Hashable {
  /// The years from the one asked for to the last of the period.
  public let years: ClosedRange<Int>
  /// The currency of each of them.
  public let currencies: [Currency]
  /// Years of which an average of all insured is known.
  public let averages: Set<Int>

  /// The currency the amount of a year is asked in.
  func currency(of year: Int) -> Currency? {
    let index = year - years.lowerBound
    return currencies.indices.contains(index) ? currencies[index] : nil
  }
}
