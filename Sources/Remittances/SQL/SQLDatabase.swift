import CSQLite

/// One connection to a SQLite database, used by one task at a time; closed when it goes away.
///
/// Thin on purpose: it prepares statements, runs scripts, brackets transactions and turns every
/// result code into an `SQLError`.
public final class SQLDatabase {
  /// How a database file is opened.
  public enum Mode: Sendable, Hashable {
    /// Read and write; made if it does not exist.
    case create
    /// Read and write; must exist.
    case readWrite
    /// Read only, beside other processes that may write.
    case readOnly
    /// Read only, on a file that nothing changes: no locks, no journal, works on read-only media.
    case immutable
    /// In memory, gone when closed.
    case memory
  }

  let handle: OpaquePointer

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - path: the file; not looked at for `memory`.
  ///   - busyTimeout: milliseconds to wait for another process's lock.
  /// - Throws: `sql.cannot_open` and others. SQLite reads the file only at the first statement, so
  ///   `sql.not_a_database` comes there.
  public init(path: String, mode: Mode, busyTimeout: Int32 = 5000) throws(SQLError) {
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var name = path
    switch mode {
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:\(Self.escaped(path))?immutable=1"
    case .memory:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      name = ":memory:"
    }
    var opened: OpaquePointer?
    let result = sqlite3_open_v2(name, &opened, flags, nil)
    guard result == SQLITE_OK, let opened else {
      // SQLite hands out a connection even where it could not open the file.
      let message = String(cString: opened.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(result))
      sqlite3_close_v2(opened)
      throw SQLError(result: result, message: message, context: path)
    }
    handle = opened
    sqlite3_busy_timeout(opened, busyTimeout)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs one or more statements that take no parameters and whose rows do not matter.
  public func execute(_ script: String) throws(SQLError) {
    let result = sqlite3_exec(handle, script, nil, nil, nil)
    guard result == SQLITE_OK else { throw error(result, script) }
  }

  /// Compiles the first statement of `sql`.
  public func prepare(_ sql: String) throws(SQLError) -> SQLStatement {
    var compiled: OpaquePointer?
    let result = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard result == SQLITE_OK else { throw error(result, sql) }
    guard let compiled else {
      throw SQLError(result: SQLITE_MISUSE, message: "no statement in the text", context: sql)
    }
    return SQLStatement(compiled, in: self)
  }

  /// Compiles and runs one statement whose rows do not matter.
  public func run(_ sql: String, _ values: SQLValue...) throws(SQLError) {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first column of the first row as a whole number; nil where there is no row or it is null.
  public func integer(_ sql: String, _ values: SQLValue...) throws(SQLError) -> Int? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  /// The first column of the first row as text; nil where there is no row or it is null.
  public func text(_ sql: String, _ values: SQLValue...) throws(SQLError) -> String? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The number of rows that the last statement inserted, changed or deleted.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The row number of the last insertion.
  public var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func error(_ result: Int32, _ context: String) -> SQLError {
    SQLError(result: result, message: String(cString: sqlite3_errmsg(handle)), context: context)
  }

  /// A path with the characters escaped that mean something in a SQLite URI.
  private static func escaped(_ path: String) -> String {
    var result = ""
    for character in path {
      switch character {
      case "%": result += "%25"
      case "?": result += "%3f"
      case "#": result += "%23"
      default: result.append(character)
      }
    }
    return result
  }
}
