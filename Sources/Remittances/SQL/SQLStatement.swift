import CSQLite

/// A compiled statement: bind its parameters, step through its rows, read its columns.
///
/// Parameters count from 1 and columns from 0, as in SQLite. Finalized when it goes away; keeps its
/// database open until then.
public final class SQLStatement {
  let handle: OpaquePointer
  private let database: SQLDatabase

  init(_ handle: OpaquePointer, in database: SQLDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// The text that was compiled.
  public var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

  /// Goes to the next row; false where there is none.
  public func step() throws(SQLError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw failure(result)
    }
  }

  /// Runs a statement that returns no rows and makes it ready to be run again.
  public func run() throws(SQLError) {
    let result = sqlite3_step(handle)
    // What reset returns repeats the failure of the step.
    sqlite3_reset(handle)
    guard result == SQLITE_DONE || result == SQLITE_ROW else { throw failure(result) }
  }

  /// Makes the statement ready to be run again; its bindings stay.
  public func reset() { sqlite3_reset(handle) }

  /// Binds values to the parameters 1, 2, 3 and so on.
  public func bind(_ values: [SQLValue]) throws(SQLError) {
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
  }

  /// Binds one value.
  public func bind(_ value: SQLValue, at parameter: Int) throws(SQLError) {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, Int32(parameter)))
    case .integer(let number): try bind(number, at: parameter)
    case .text(let text): try bind(text, at: parameter)
    case .blob(let bytes) where bytes.isEmpty:
      // A null pointer would bind null instead.
      try check(sqlite3_bind_zeroblob(handle, Int32(parameter), 0))
    case .blob(let bytes):
      try check(
        bytes.withUnsafeBytes { buffer in
          sqlite3_bind_blob64(
            handle, Int32(parameter), buffer.baseAddress, UInt64(buffer.count), Self.transient)
        })
    }
  }

  /// Binds a whole number.
  public func bind(_ value: Int64, at parameter: Int) throws(SQLError) {
    try check(sqlite3_bind_int64(handle, Int32(parameter), value))
  }

  /// Binds a text; SQLite keeps a copy.
  public func bind(_ value: String, at parameter: Int) throws(SQLError) {
    guard !value.isEmpty else {
      // An empty string may have no address, and a null pointer would bind null instead.
      return try check(sqlite3_bind_text(handle, Int32(parameter), "", 0, Self.transient))
    }
    var value = value
    try check(
      value.withUTF8 { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text64(
            handle, Int32(parameter), characters.baseAddress, UInt64(characters.count),
            Self.transient, UInt8(SQLITE_UTF8))
        }
      })
  }

  /// Binds null.
  public func bindNull(at parameter: Int) throws(SQLError) {
    try check(sqlite3_bind_null(handle, Int32(parameter)))
  }

  private func check(_ result: Int32) throws(SQLError) {
    guard result == SQLITE_OK else { throw failure(result) }
  }

  private func failure(_ result: Int32) -> SQLError {
    SQLError(
      result: result, message: String(cString: sqlite3_errmsg(database.handle)), context: sql)
  }

  /// Tells SQLite to copy what is bound, because Swift may move it afterwards.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
