import Coordination
import Formula
import Quantities
import Remittances

/// What arrives of one pension in the country of residence, and what is lost on the way.
public struct Arrival: Sendable {
  /// Why nothing has to be priced, or what was found.
  public enum State: Sendable {
    /// Paid in the country the person lives in.
    case atHome
    /// Not paid abroad, or nobody knows whether it is.
    case notPaidThere(Phrase)
    /// The amount is not computed, or not payable.
    case noAmount(Phrase)
    case priced(Priced)
  }

  /// A pension with its way home.
  public struct Priced: Sendable {
    public let payment: PensionPayment
    public let answer: RemitAnswer
    /// The cheapest way, each payment sent by itself; nil where no cost at all is known.
    public let single: YearlyCost?
    /// The same money sent every three months; nil where that cannot be priced.
    public let bundled: YearlyCost?

    /// What a year costs less when three payments are sent together; nil where that saves nothing.
    public var saving: ExactDecimal? {
      guard let single, let bundled, let saved = try? single.cost - bundled.cost,
        saved.signum > 0
      else { return nil }
      return saved
    }
  }

  public let scheme: String
  public let country: Country
  public let name: [String: String]
  public let state: State
}
