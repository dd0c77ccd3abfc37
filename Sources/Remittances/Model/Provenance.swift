import Quantities

/// Where a figure comes from, how old it is, and on what terms it may be used.
public struct Provenance: Sendable, Hashable {
  /// The price source.
  public var source: SourceID
  /// The day on which the source says the figure held.
  public var observed: Day
  /// When Sojourn, or the maker of its snapshot, fetched it.
  public var retrieved: Instant
  /// The step of the order live, fresh, stale, embedded that answered.
  public var tier: Tier
  /// Attribution and terms, as the source wants them shown.
  public var licence: String

  public init(
    source: SourceID, observed: Day, retrieved: Instant, tier: Tier, licence: String
  ) {
    self.source = source
    self.observed = observed
    self.retrieved = retrieved
    self.tier = tier
    self.licence = licence
  }

  /// Whole days from the observation to a day; negative where the observation is later.
  public func age(on day: Day) -> Int { observed.distance(to: day) }
}
