/// What the cache holds, for `rates status`.
public struct CacheSummary: Sendable, Equatable {
  /// One source's replies.
  public struct Line: Sendable, Equatable {
    public let source: String
    public let replies: Int
    /// Bytes.
    public let size: Int64
    public let oldest: Instant
    public let newest: Instant
  }

  public let lines: [Line]
  public let restingHosts: [ReplyCache.RestingHost]
  /// Bytes of all bodies.
  public var size: Int64 { lines.reduce(0) { $0 + $1.size } }
}

extension ReplyCache {
  /// What is held, source by source.
  public func summary(now: Instant) throws(CacheError) -> CacheSummary {
    let lines = try use { database in
      let statement = try database.prepare(
        """
        SELECT source, count(*), sum(size), min(received_at), max(received_at)
        FROM reply GROUP BY source ORDER BY source
        """)
      var lines: [CacheSummary.Line] = []
      try statement.forEachRow { row in
        lines.append(
          CacheSummary.Line(
            source: row.text(0), replies: row.integer(1), size: row.integer64(2),
            oldest: Instant(seconds: row.integer64(3)),
            newest: Instant(seconds: row.integer64(4))))
      }
      return lines
    }
    return CacheSummary(lines: lines, restingHosts: try restingHosts(now: now))
  }
}
