import Quantities

/// Imports the World Bank's prices, workbook or CSV, into a price database.
public enum PriceImport {
  /// The most bytes that the parts of a workbook may decode to.
  public struct Limits: Sendable {
    /// The World Bank's largest sheet has 298 MB.
    public var sheet = 1 << 30
    public var sharedStrings = 64 << 20
    /// Distinct text of all cells.
    public var text = 32 << 20

    public init() {}
  }

  /// Imports a file: all of it or, where anything fails, nothing.
  ///
  /// Quarters that the file has take the place of the same quarters of earlier imports; other
  /// quarters stay. Every row becomes a row of the database; what is doubtful about it becomes its
  /// flags.
  /// - Parameters:
  ///   - path: an `.xlsx` workbook (recognized by its content) or a CSV file.
  ///   - retrieved: when the file was fetched.
  ///   - progress: called now and then with the number of rows so far.
  /// - Throws: `WorkbookError`, `SQLError`.
  /// - Complexity: time linear in the file; memory 80 bytes a row beside the distinct texts.
  @discardableResult
  public static func run(
    _ path: String, into database: SQLDatabase, retrieved: Instant, limits: Limits = Limits(),
    progress: ((Int) -> Void)? = nil
  ) throws -> ImportSummary {
    let file = try ImportFile(path)
    try database.execute("PRAGMA cache_size = -8192; PRAGMA temp_store = FILE")
    return try database.transaction {
      let dataset = try insertDataset(file, into: database, retrieved: retrieved)
      let pool = TextPool(limit: limits.text)
      let facts = try TextFacts(pool: pool, database: database)
      let writer = try PriceRowWriter(database, dataset: dataset)
      let run = ImportRun(
        file: file, facts: facts, writer: writer, limits: limits, progress: progress)
      let sheets = file.isWorkbook ? try run.workbook() : try run.csv()
      guard !writer.digests.isEmpty else {
        throw WorkbookError(.noRows, at: path, "has a header and no rows")
      }
      try setFlags(writer, in: database)
      try database.execute(PriceSchema.indexes)
      // Datasets all of whose rows were replaced say nothing any more.
      try database.run(
        """
        DELETE FROM dataset WHERE source = ? AND id <> ?
          AND NOT EXISTS (SELECT 1 FROM price_row WHERE dataset = dataset.id)
        """, .text(SourceID.worldBankPrices.rawValue), .integer(dataset))
      return try summary(
        file, sheets, in: database, dataset: dataset, replaced: writer.replaced)
    }
  }

  private static func insertDataset(
    _ file: ImportFile, into database: SQLDatabase, retrieved: Instant
  ) throws -> Int64 {
    try database.run(
      """
      INSERT INTO dataset (source, title, file, fingerprint, retrieved, rows, licence)
      VALUES (?, ?, ?, ?, ?, 0, ?)
      """,
      .text(SourceID.worldBankPrices.rawValue), "Remittance Prices Worldwide",
      .text(file.name), .text(file.fingerprint), .integer(retrieved.seconds),
      .text(Attribution.worldBankPrices))
    return database.lastInsertedRow
  }

  private static func setFlags(_ writer: PriceRowWriter, in database: SQLDatabase) throws {
    let before = writer.digests.indices.map { writer.digests[$0].flags }
    var checks = ContextChecks(writer.takeDigests())
    try checks.run()
    let update = try database.prepare("UPDATE price_row SET flags = ? WHERE rowid = ?")
    for index in checks.digests.indices where checks.digests[index].flags != before[index] {
      try update.bind(checks.digests[index].flags.rawValue, at: 1)
      try update.bind(checks.digests[index].rowid, at: 2)
      try update.run()
    }
  }

  private static func summary(
    _ file: ImportFile, _ sheets: [ImportSummary.Sheet], in database: SQLDatabase,
    dataset: Int64, replaced: Int
  ) throws -> ImportSummary {
    let counts = try database.prepare(
      "SELECT flags, count(*) FROM price_row WHERE dataset = ? GROUP BY flags")
    var flagged: [PriceFlag: Int] = [:]
    try counts.forEachRow([.integer(dataset)]) { row in
      for flag in PriceFlags(rawValue: row.integer64(0)).flags {
        flagged[flag, default: 0] += row.integer(1)
      }
    }
    let facts = try database.prepare(
      """
      SELECT min(nullif(quarter, 0)), max(quarter), max(date), count(*), count(DISTINCT firm),
        count(DISTINCT source_code << 32 | destination_code)
      FROM price_row WHERE dataset = ?
      """)
    try facts.bind([.integer(dataset)])
    guard try facts.step() else { throw WorkbookError(.noRows, at: file.name, "has no rows") }
    try database.run(
      "UPDATE dataset SET rows = ?, observed = ? WHERE id = ?",
      SQLValue(facts.integer(3)), SQLValue(facts.optionalInteger(2)), .integer(dataset))
    return ImportSummary(
      file: file.name, fingerprint: file.fingerprint, sheets: sheets, replaced: replaced,
      firstQuarter: facts.optionalInteger(0).flatMap(CalendarQuarter.init(index:)),
      lastQuarter: CalendarQuarter(index: facts.integer(1)), corridors: facts.integer(5),
      firms: facts.integer(4), flagged: flagged)
  }
}
