/// Exponential back-off with full jitter: the wait before try n is drawn evenly from
/// 0 to `base` × 2^(n-1) milliseconds, never above `ceiling`.
public struct Backoff: Sendable, Equatable {
  /// Milliseconds.
  public var base: Int64
  /// Milliseconds.
  public var ceiling: Int64
  /// How many requests are sent at most, the first one included.
  public var tries: Int

  public init(base: Int64 = 500, ceiling: Int64 = 8_000, tries: Int = 3) {
    self.base = base
    self.ceiling = ceiling
    self.tries = tries
  }

  /// The widest wait, in milliseconds, after `failures` failed tries (1 or more).
  public func widest(after failures: Int) -> Int64 {
    let doublings = min(max(failures - 1, 0), 30)
    let (product, overflow) = base.multipliedReportingOverflow(by: 1 << Int64(doublings))
    return overflow ? ceiling : min(product, ceiling)
  }

  /// A wait, in milliseconds, drawn with `random`.
  public func wait(
    after failures: Int, using random: inout some RandomNumberGenerator
  ) -> Int64 {
    let widest = max(widest(after: failures), 0)
    return Int64.random(in: 0...widest, using: &random)
  }
}
