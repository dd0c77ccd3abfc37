extension ReplyCache {
  /// What became of the wish to fetch something.
  public enum Claim: Sendable, Equatable {
    /// This fetcher fetches it; it must call `land`.
    case mine
    /// Another process is at it.
    case taken
    /// Another process failed at it after `since`; its report.
    case failed(String)
  }

  /// Claims the fetching of `key` unless a living process has.
  /// - Parameters:
  ///   - since: When this fetcher began to want it: a failure after that counts as its own.
  ///   - seconds: After that long the claim is void, whatever became of its owner.
  func claim(
    _ key: String, owner: String, since: Instant, now: Instant, seconds: Int64
  ) throws(CacheError) -> Claim {
    try use { database in
      try database.transaction {
        let statement = try database.prepare(
          "SELECT owner, until, finished_at, failure FROM flight WHERE key = ?")
        try statement.bind(key, at: 1)
        if try statement.step() {
          let holder = statement.text(0)
          if !holder.isEmpty, holder != owner, statement.integer64(1) > now.seconds,
            FlightOwner.isAlive(holder)
          {
            return .taken
          }
          if holder.isEmpty, let failure = statement.optionalText(3),
            statement.integer64(2) >= since.seconds
          {
            return .failed(failure)
          }
        }
        statement.reset()
        try database.run(
          """
          INSERT INTO flight (key, owner, until, finished_at, failure)
          VALUES (?, ?, ?, NULL, NULL)
          ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, until = excluded.until,
            finished_at = NULL, failure = NULL
          """, .text(key), .text(owner), .integer(now.adding(seconds).seconds))
        return .mine
      }
    }
  }

  /// Ends the claim of `owner`, telling those who wait why it failed, if it did.
  func land(_ key: String, owner: String, failure: String?, now: Instant) throws(CacheError) {
    try use { database in
      try database.run(
        """
        UPDATE flight SET owner = '', finished_at = ?, failure = ? WHERE key = ? AND owner = ?
        """, .integer(now.seconds), SQLValue(failure), .text(key), .text(owner))
      // What nobody can be waiting for any more.
      try database.run(
        "DELETE FROM flight WHERE owner = '' AND finished_at < ?",
        .integer(now.adding(-3_600).seconds))
    }
  }
}
