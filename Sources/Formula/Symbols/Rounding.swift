import Quantities

/// To which quantum a law rounds, how, and where it says so.
public struct Rounding: Sendable, Hashable {
  public let quantum: ExactDecimal
  public let mode: RoundingMode
  public let law: String

  public init(to quantum: ExactDecimal, mode: RoundingMode, law: String) {
    self.quantum = quantum
    self.mode = mode
    self.law = law
  }
}
