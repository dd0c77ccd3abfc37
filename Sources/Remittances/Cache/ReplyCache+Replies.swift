extension ReplyCache {
  /// The stored reply to a source's address; nil where there is none or its body has rotted.
  public func reply(source: String, url: String) throws(CacheError) -> StoredReply? {
    let key = StoredReply.key(source: source, url: url)
    return try use { database in
      let statement = try database.prepare(
        """
        SELECT status, headers, requested_at, received_at, checksum, body FROM reply WHERE key = ?
        """)
      try statement.bind(key, at: 1)
      guard try statement.step() else { return nil }
      let body = statement.blob(5)
      guard StoredReply.checksum(body) == statement.integer64(4) else {
        statement.reset()
        try database.run("DELETE FROM reply WHERE key = ?", .text(key))
        return nil
      }
      let head = ReplyHead(
        status: statement.integer(0), headers: HTTPHeaders(text: statement.text(1)),
        requestedAt: Instant(seconds: statement.integer64(2)),
        receivedAt: Instant(seconds: statement.integer64(3)))
      return StoredReply(source: source, url: url, head: head, body: body)
    }
  }

  /// Puts a validated reply in the place of an older one and lets the least recently used go
  /// until all fit.
  /// - Returns: false where the reply alone is over the limit and was not kept.
  @discardableResult
  public func store(_ reply: StoredReply, now: Instant) throws(CacheError) -> Bool {
    let size = Int64(reply.body.count)
    guard size <= limit else { return false }
    try use { database in
      try database.transaction {
        try database.run(
          """
          INSERT INTO reply (key, source, url, status, headers, requested_at, received_at,
            used_at, size, checksum, body)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET status = excluded.status, headers = excluded.headers,
            requested_at = excluded.requested_at, received_at = excluded.received_at,
            used_at = excluded.used_at, size = excluded.size, checksum = excluded.checksum,
            body = excluded.body
          """,
          .text(reply.key), .text(reply.source), .text(reply.url),
          .integer(Int64(reply.head.status)), .text(reply.head.headers.text),
          .integer(reply.head.requestedAt.seconds), .integer(reply.head.receivedAt.seconds),
          .integer(now.seconds), .integer(size), .integer(StoredReply.checksum(reply.body)),
          .blob(reply.body))
        try evict(from: database, keeping: reply.key)
      }
    }
    return true
  }

  /// Writes a confirmed reply's new head (a 304 brought it).
  public func confirm(
    source: String, url: String, head: ReplyHead, now: Instant
  ) throws(CacheError) {
    try use { database in
      try database.run(
        """
        UPDATE reply SET headers = ?, requested_at = ?, received_at = ?, used_at = ?
        WHERE key = ?
        """,
        .text(head.headers.text), .integer(head.requestedAt.seconds),
        .integer(head.receivedAt.seconds), .integer(now.seconds),
        .text(StoredReply.key(source: source, url: url)))
    }
  }

  /// Notes that a reply was used; at most once an hour, so that reading seldom writes.
  public func markUsed(source: String, url: String, now: Instant) throws(CacheError) {
    let key = StoredReply.key(source: source, url: url)
    try use { database in
      let last = try database.integer("SELECT used_at FROM reply WHERE key = ?", .text(key))
      guard let last, now.seconds - Int64(last) > 3_600 else { return }
      try database.run(
        "UPDATE reply SET used_at = ? WHERE key = ?", .integer(now.seconds), .text(key))
    }
  }

  /// Deletes all replies of a source.
  public func forget(source: String) throws(CacheError) {
    try use { try $0.run("DELETE FROM reply WHERE source = ?", .text(source)) }
  }

  private func evict(from database: SQLDatabase, keeping key: String) throws {
    while let total = try database.integer("SELECT total(size) FROM reply"), Int64(total) > limit {
      try database.run(
        """
        DELETE FROM reply WHERE key =
          (SELECT key FROM reply WHERE key <> ? ORDER BY used_at, received_at LIMIT 1)
        """, .text(key))
      if database.changes == 0 { return }
    }
  }
}
