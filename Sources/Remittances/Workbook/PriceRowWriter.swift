import Quantities

/// Puts rows into the table, replaces the quarters that a file brings anew, and remembers of each
/// row the little that the checks between rows need.
final class PriceRowWriter {
  private let database: SQLDatabase
  private let dataset: Int64
  private let insert: SQLStatement
  private let insertOddity: SQLStatement
  private let deleteOddities: SQLStatement
  private let deleteRows: SQLStatement
  private var quarters: Set<Int32> = []
  /// The sheet at hand, from 1.
  var sheet = 1
  /// Cells of the row at hand whose own text must be kept.
  var oddities: [(PriceColumn, String)] = []
  /// One for each row written.
  private(set) var digests = RowDigests()
  /// Rows of earlier imports that this file's rows took the place of.
  private(set) var replaced = 0

  init(_ database: SQLDatabase, dataset: Int64) throws(SQLError) {
    self.database = database
    self.dataset = dataset
    let names = PriceSchema.columns.map(\.field).joined(separator: ", ")
    let marks = PriceSchema.columns.map { _ in ", ?" }.joined()
    insert = try database.prepare(
      """
      INSERT INTO price_row (dataset, line, sheet, flags, quarter, number, \(names))
      VALUES (?, ?, ?, ?, ?, ?\(marks))
      """)
    insertOddity = try database.prepare("INSERT INTO oddity VALUES (?, ?, ?)")
    deleteOddities = try database.prepare(
      """
      DELETE FROM oddity WHERE price_row IN
        (SELECT rowid FROM price_row WHERE quarter = ? AND dataset <> ?)
      """)
    deleteRows = try database.prepare("DELETE FROM price_row WHERE quarter = ? AND dataset <> ?")
  }

  /// Hands over the digests, so that they can be changed where they are.
  func takeDigests() -> RowDigests {
    let taken = digests
    digests = RowDigests()
    return taken
  }

  /// Writes a row.
  func write(_ row: PriceRowDraft, line: Int, facts: TextFacts) throws {
    let quarter = row.quarter?.index ?? 0
    if quarters.insert(quarter).inserted { try replace(quarter) }
    try insert.bind(dataset, at: 1)
    try insert.bind(Int64(line), at: 2)
    try insert.bind(Int64(sheet), at: 3)
    try insert.bind(row.flags.rawValue, at: 4)
    try insert.bind(Int64(quarter), at: 5)
    try bind(row.number, at: 6)
    var parameter = 7
    for column in PriceSchema.columns {
      if column.isFigure {
        try bind(row.figure(column)?.word, at: parameter)
      } else if column == .date {
        try bind(row.day.map { Int64($0.number) }, at: parameter)
      } else {
        switch row[column] {
        case .blank: try insert.bindNull(at: parameter)
        case .text(let number): try insert.bind(facts.row(number), at: parameter)
        case .number(let figure):
          // A number where a text belongs is kept as the text that it reads.
          try insert.bind(facts.row(of: figure.exact.description), at: parameter)
        }
      }
      parameter += 1
    }
    try insert.run()
    let rowid = database.lastInsertedRow
    for (column, text) in oddities {
      try insertOddity.bind([.integer(rowid), .text(column.field), .text(text)])
      try insertOddity.run()
    }
    digests.append(RowDigest(row, rowid: rowid))
  }

  private func bind(_ value: Int64?, at parameter: Int) throws(SQLError) {
    if let value {
      try insert.bind(value, at: parameter)
    } else {
      try insert.bindNull(at: parameter)
    }
  }

  private func replace(_ quarter: Int32) throws {
    for statement in [deleteOddities, deleteRows] {
      try statement.bind([.integer(Int64(quarter)), .integer(dataset)])
      try statement.run()
    }
    replaced += database.changes
  }
}
