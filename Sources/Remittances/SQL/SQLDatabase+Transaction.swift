extension SQLDatabase {
  /// When a transaction takes the write lock.
  public enum TransactionKind: String, Sendable {
    /// At the first write.
    case deferred = "DEFERRED"
    /// At once, so that what is read inside still holds when it is written.
    case immediate = "IMMEDIATE"
  }

  /// Runs `body` inside a transaction: all of its writes stand, or none.
  ///
  /// Rolls back and rethrows where `body` or the commit fails.
  public func transaction<Value>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Value
  ) throws -> Value {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // SQLite may have rolled back by itself; a second ROLLBACK then fails and changes nothing.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The schema version that migrations keep in the file's header.
  public func userVersion() throws(SQLError) -> Int {
    try integer("PRAGMA user_version") ?? 0
  }

  /// Sets the schema version; takes part in the running transaction.
  public func setUserVersion(_ version: Int) throws(SQLError) {
    try execute("PRAGMA user_version = \(version)")
  }
}
