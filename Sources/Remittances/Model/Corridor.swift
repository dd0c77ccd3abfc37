import Quantities

/// A pair of countries: money goes from the first to the second.
public struct Corridor: Sendable, Hashable, CustomStringConvertible {
  /// The sending country.
  public let from: Country
  /// The receiving country.
  public let to: Country

  public init(from: Country, to: Country) {
    self.from = from
    self.to = to
  }

  public var description: String { "\(from)-\(to)" }
}
