/// Where an answer came from, best first: the order in which answers are looked for.
public enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Fetched for this question.
  case live
  /// From the cache, within the source's freshness.
  case fresh
  /// From the cache, older than the source's freshness.
  case stale
  /// From a database on this machine: the snapshot that Sojourn ships, or an imported workbook.
  case embedded

  private var rank: Int {
    switch self {
    case .live: 0
    case .fresh: 1
    case .stale: 2
    case .embedded: 3
    }
  }

  /// Whether the left one is asked before the right one.
  public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
}
