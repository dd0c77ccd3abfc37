import Formula
import Quantities

/// Whether an agreement links two countries.
public struct CoverageResult: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    case inForce = "in_force"
    /// Only where a country's official list is known to be complete.
    case none
    case unknown
  }

  public let first: Country
  public let second: Country
  public let state: State
  public let instruments: [String]
  public let says: Phrase

  public init(
    first: Country, second: Country, state: State, instruments: [String], says: Phrase
  ) {
    self.first = first
    self.second = second
    self.state = state
    self.instruments = instruments
    self.says = says
  }
}
