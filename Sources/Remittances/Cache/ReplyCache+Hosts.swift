extension ReplyCache {
  /// A host that asked to be left alone.
  public struct RestingHost: Sendable, Equatable {
    public let host: String
    public let until: Instant
    public let reason: String
  }

  /// Until when a host rests; nil where it does not, or no longer.
  public func restingUntil(host: String, now: Instant) throws(CacheError) -> Instant? {
    let until = try use { database in
      try database.integer("SELECT until FROM resting_host WHERE host = ?", .text(host))
    }
    guard let until, Int64(until) > now.seconds else { return nil }
    // A clock that was wrong when this was written must not lock a host out for years.
    return Instant(seconds: min(Int64(until), now.adding(RetryAfter.longest).seconds))
  }

  /// Lets a host rest; a longer rest already written stays.
  public func rest(host: String, until: Instant, reason: String) throws(CacheError) {
    try use { database in
      try database.run(
        """
        INSERT INTO resting_host (host, until, reason) VALUES (?, ?, ?)
        ON CONFLICT (host) DO UPDATE SET until = max(until, excluded.until),
          reason = excluded.reason
        """, .text(host), .integer(until.seconds), .text(reason))
    }
  }

  /// All hosts that rest now.
  public func restingHosts(now: Instant) throws(CacheError) -> [RestingHost] {
    try use { database in
      try database.run("DELETE FROM resting_host WHERE until <= ?", .integer(now.seconds))
      let statement = try database.prepare(
        "SELECT host, until, reason FROM resting_host ORDER BY host")
      var hosts: [RestingHost] = []
      try statement.forEachRow { row in
        hosts.append(
          RestingHost(
            host: row.text(0), until: Instant(seconds: row.integer64(1)), reason: row.text(2)))
      }
      return hosts
    }
  }
}
