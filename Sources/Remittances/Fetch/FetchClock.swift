import Glibc

/// The two clocks the fetcher reads, injectable so that tests can move them.
public struct FetchClock: Sendable {
  /// Universal time.
  public var now: @Sendable () -> Instant
  /// A clock in milliseconds that never goes back.
  public var tick: @Sendable () -> Int64

  public init(
    now: @escaping @Sendable () -> Instant = { .now() },
    tick: @escaping @Sendable () -> Int64 = { FetchClock.monotonic() }
  ) {
    self.now = now
    self.tick = tick
  }

  /// Milliseconds since the machine started.
  public static func monotonic() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
