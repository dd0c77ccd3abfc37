import CSQLite

extension SQLStatement {
  /// The number of columns in each row.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// Whether a column of the current row is null.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// A column as a whole number; 0 for null.
  public func integer64(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// A column as a whole number; 0 for null.
  public func integer(_ column: Int) -> Int { Int(integer64(column)) }

  /// A column as a whole number; nil for null.
  public func optionalInteger(_ column: Int) -> Int? {
    isNull(column) ? nil : integer(column)
  }

  /// A column as text; empty for null.
  public func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A column as text; nil for null.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A column as bytes; empty for null.
  public func blob(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Runs the statement with these values and hands each row to `body`.
  public func forEachRow(
    _ values: [SQLValue] = [], _ body: (SQLStatement) throws -> Void
  ) throws {
    reset()
    defer { reset() }
    try bind(values)
    while try step() { try body(self) }
  }
}
