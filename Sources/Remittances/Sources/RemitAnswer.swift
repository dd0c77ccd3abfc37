import Quantities

/// What sending the amount costs, service by service, cheapest first.
public struct RemitAnswer: Sendable {
  /// One service's price with its cost for the question's amount.
  public struct Service: Sendable, Hashable {
    public let price: ServicePrice
    public let cost: TransferCost
    /// When the price was collected, where the source says it to the second.
    public let collected: Instant?
  }

  /// What became of one source that was asked.
  public struct Consulted: Sendable {
    public let source: PriceSource
    /// Where its answer came from; nil where there was none.
    public let tier: Tier?
    /// Why there was no answer, or why an older one had to stand in.
    public let error: FetchError?
    /// Seconds of the answer's age.
    public let age: Int64?
  }

  public let question: RemitQuestion
  public let answered: Instant
  /// Cheapest first; services of unknown total come last.
  public let services: [Service]
  /// What margins were measured against; nil where no rate was to be had.
  public let midMarket: MidMarketRate?
  /// A second source's rate, by which `midMarket` was checked.
  public let check: MidMarketRate?
  /// The newest surveyed mean of the corridor.
  public let mean: StoredMean?
  public let consulted: [Consulted]
  /// Services left out because they are paid in or out in another way.
  public let otherWays: Int
  /// What must be said about the answer as a whole, in full sentences.
  public let notes: [String]

  /// The cheapest service with a known total.
  public var best: Service? { services.first { $0.cost.totalPercent != nil } }
}
