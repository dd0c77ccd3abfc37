/// Opens price databases and says what is wrong with those that are none.
public enum PriceDatabase {
  /// Why a file is not a price database of this version.
  public struct Mismatch: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    public let message: String
    /// The stable name of this error.
    public var code: String { "prices.other_database" }
    public var description: String { "\(code): \(path): \(message)" }
  }

  /// Opens a database for an import, making it and its folder where they do not exist.
  public static func create(_ path: String) throws -> SQLDatabase {
    try CachePlace(path: path).makeDirectory()
    let database = try SQLDatabase(path: path, mode: .create)
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    if tables == 0 {
      try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      try database.transaction {
        // Another process may have made the tables while this one waited for the lock.
        if try database.integer("SELECT count(*) FROM sqlite_schema") == 0 {
          try PriceSchema.create(in: database)
        }
      }
    }
    try check(database, path)
    return database
  }

  /// Opens a database that nothing changes, such as the snapshot.
  public static func openImmutable(_ path: String) throws -> SQLDatabase {
    let database = try SQLDatabase(path: path, mode: .immutable)
    try check(database, path)
    return database
  }

  /// Opens a database for reading, beside imports that may run.
  public static func openReadOnly(_ path: String) throws -> SQLDatabase {
    let database = try SQLDatabase(path: path, mode: .readOnly)
    try check(database, path)
    return database
  }

  private static func check(_ database: SQLDatabase, _ path: String) throws {
    let application = try database.integer("PRAGMA application_id") ?? 0
    guard application == PriceSchema.applicationID else {
      throw Mismatch(path: path, message: "not a price database of Sojourn")
    }
    let version = try database.userVersion()
    guard version == PriceSchema.version else {
      throw Mismatch(
        path: path,
        message: "has schema \(version), this Sojourn reads \(PriceSchema.version); import again")
    }
  }
}
