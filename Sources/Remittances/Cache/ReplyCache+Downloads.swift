extension ReplyCache {
  /// What is known of a download that broke off.
  public struct Download: Sendable, Equatable {
    /// The strong `ETag`, or `Last-Modified`, of the part on disk: sent as `If-Range`.
    public var validator: String
    /// Bytes in all, where the host said so.
    public var total: Int64?
  }

  /// The download of `url` that broke off; nil where there is none.
  public func download(url: String) throws(CacheError) -> Download? {
    try use { database in
      let statement = try database.prepare("SELECT validator, total FROM download WHERE url = ?")
      try statement.bind(url, at: 1)
      guard try statement.step() else { return nil }
      return Download(
        validator: statement.text(0), total: statement.optionalInteger(1).map { Int64($0) })
    }
  }

  /// Notes how a download can be taken up again; nil where it is whole or cannot be.
  public func note(download: Download?, url: String) throws(CacheError) {
    try use { database in
      guard let download else {
        return try database.run("DELETE FROM download WHERE url = ?", .text(url))
      }
      try database.run(
        """
        INSERT INTO download (url, validator, total) VALUES (?, ?, ?)
        ON CONFLICT (url) DO UPDATE SET validator = excluded.validator, total = excluded.total
        """, .text(url), .text(download.validator), SQLValue(download.total.map { Int($0) }))
    }
  }
}
