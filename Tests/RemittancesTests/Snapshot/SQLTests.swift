import Testing

@testable import Remittances

@Suite struct SQLTests {
  @Test func bindsAndReadsEveryType() throws {
    let database = try SQLDatabase(path: "", mode: .memory)
    try database.execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d)")
    try database.run(
      "INSERT INTO t VALUES (?, ?, ?, ?)", -7, "ça va\0?", .blob([0, 255, 1]), nil)
    let row = try database.prepare("SELECT a, b, c, d FROM t")
    #expect(try row.step())
    #expect(row.integer(0) == -7)
    #expect(row.text(1) == "ça va\0?")
    #expect(row.blob(2) == [0, 255, 1])
    #expect(row.isNull(3) && row.optionalText(3) == nil && row.optionalInteger(3) == nil)
    #expect(try !row.step())
  }

  @Test func keepsEmptyApartFromNull() throws {
    let database = try SQLDatabase(path: "", mode: .memory)
    #expect(try database.text("SELECT typeof(?) || typeof(?)", "", .blob([])) == "textblob")
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    let database = try SQLDatabase(path: "", mode: .memory)
    try database.execute("CREATE TABLE t (a UNIQUE)")
    let error = #expect(throws: SQLError.self) {
      try database.transaction {
        try database.run("INSERT INTO t VALUES (1)")
        try database.run("INSERT INTO t VALUES (1)")
      }
    }
    #expect(error?.code == "sql.constraint")
    #expect(try database.integer("SELECT count(*) FROM t") == 0)
    try database.transaction { try database.run("INSERT INTO t VALUES (2)") }
    #expect(try database.integer("SELECT a FROM t") == 2)
  }

  @Test func saysWhatIsWrong() throws {
    #expect(throws: SQLError.self) {
      try SQLDatabase(path: "/nowhere/at/all.sqlite", mode: .readOnly)
    }
    let database = try SQLDatabase(path: "", mode: .memory)
    let error = #expect(throws: SQLError.self) { try database.prepare("SELEKT 1") }
    #expect(error?.code == "sql.error" && error?.context == "SELEKT 1")
    #expect(throws: SQLError.self) { try database.prepare("  ") }
    #expect(throws: SQLError.self) { try database.run("SELECT 1", 1) }
  }
}
