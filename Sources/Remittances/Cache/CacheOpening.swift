import Glibc

/// Opens the cache's file, brings its tables up to date, and begins anew where it is damaged.
enum CacheOpening {
  /// Milliseconds to wait for another process's write.
  private static let patience: Int32 = 5_000

  static func open(_ path: String) throws(CacheError) -> SQLDatabase {
    do {
      let database = try SQLDatabase(path: path, mode: .create, busyTimeout: patience)
      let version = try database.userVersion()
      let application = try database.integer("PRAGMA application_id") ?? 0
      let tables = try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
      if version == CacheSchema.version, application == CacheSchema.applicationID {
        try settle(database)
        return database
      }
      guard application == CacheSchema.applicationID || (application == 0 && tables == 0) else {
        throw CacheError.foreign(path: path)
      }
      guard version <= CacheSchema.version else {
        throw CacheError.newer(path: path, version: version)
      }
      try database.execute("PRAGMA journal_mode = WAL")
      try settle(database)
      try migrate(database)
      return database
    } catch let error as SQLError {
      throw .database(error)
    } catch let error as CacheError {
      throw error
    } catch {
      throw .database(SQLError(result: 1, message: "\(error)", context: path))
    }
  }

  /// What every connection sets for itself. In WAL, NORMAL keeps the file whole at any crash; a
  /// power cut may take back the newest replies, which can be fetched again.
  private static func settle(_ database: SQLDatabase) throws {
    try database.execute("PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON")
  }

  private static func migrate(_ database: SQLDatabase) throws {
    try database.transaction {
      // Another process may have migrated while this one waited for the lock.
      let version = try database.userVersion()
      for script in CacheSchema.migrations[min(version, CacheSchema.version)...] {
        try database.execute(script)
      }
      try database.execute("PRAGMA application_id = \(CacheSchema.applicationID)")
      try database.setUserVersion(CacheSchema.version)
    }
  }

  /// Moves a damaged file aside as `<path>.damaged` and opens a new one. Of several processes that
  /// find the damage one moves the file; the others find it whole again.
  static func rebuild(_ path: String) throws(CacheError) -> SQLDatabase {
    let lock = Glibc.open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 {
      while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    }
    if let database = try? open(path), isWhole(database) { return database }
    // The log goes first: if this process dies in between, the file without it is found damaged or
    // whole, but never paired with a log that is not its own.
    for suffix in ["-wal", "-shm", ""] {
      rename(path + suffix, "\(path).damaged\(suffix)")
    }
    return try open(path)
  }

  private static func isWhole(_ database: SQLDatabase) -> Bool {
    (try? database.text("PRAGMA quick_check(1)")) == "ok"
  }
}
