import Glibc
import Quantities

/// Makes the snapshot that Sojourn ships from the published files.
///
/// The same files give the same bytes: nothing of the moment or the machine goes in.
public struct SnapshotBuilder {
  /// What went into a snapshot, by table.
  public struct Summary: Sendable, Hashable {
    public var rows = 0
    public var means = 0
    public var dataBankMeans = 0
    public var rates = 0
    public var parities = 0
    public var flows = 0
    public var bytes = 0
  }

  /// The folder with the published files, and that with `parities.csv`.
  let folder: String
  let rateCache: String
  let database: SQLDatabase
  /// When the files were fetched; they do not say it themselves.
  let retrieved: Instant
  var summary = Summary()

  /// Builds a snapshot and puts it in the place of the one before, whole or not at all.
  ///
  /// - Parameters:
  ///   - folder: holds `rpw_rows_2011_2014.csv.gz`, `corridor_quarters_2016_2025.csv.gz`,
  ///     `databank_rpw_corridors_2011_2020.csv.gz`, `knomad_bilateral_2021.csv.gz` and
  ///     `eurofxref-hist.zip`.
  ///   - rateCache: holds `parities.csv`.
  ///   - retrieved: the day on which the files were fetched.
  /// - Throws: `WorkbookError` where a file is missing or broken, `SQLError`.
  public static func build(
    from folder: String, rateCache: String, retrieved: Day, to path: String
  ) throws -> Summary {
    let made = path + ".new"
    unlink(made)
    // In memory first: `VACUUM INTO` then writes every page once, in order, with nothing left over.
    let database = try SQLDatabase(path: "", mode: .memory)
    try PriceSchema.create(in: database)
    guard let instant = Instant(retrieved, hour: 0, minute: 0, second: 0) else {
      throw WorkbookError(.badPeriod, at: path, "no such day as \(retrieved)")
    }
    var builder = SnapshotBuilder(
      folder: folder, rateCache: rateCache, database: database, retrieved: instant)
    builder.summary.rows = try PriceImport.run(
      folder + "/rpw_rows_2011_2014.csv.gz", into: database, retrieved: instant
    ).rows
    try database.transaction {
      try builder.addMeans()
      try builder.addDataBank()
      try builder.addRates()
      try builder.addParities()
      try builder.addFlows()
    }
    try database.execute("ANALYZE")
    try database.run("VACUUM INTO ?", .text(made))
    guard rename(made, path) == 0 else {
      throw WorkbookError(.cannotOpen, at: path, String(cString: strerror(errno)))
    }
    var status = stat()
    if stat(path, &status) == 0 { builder.summary.bytes = Int(status.st_size) }
    return builder.summary
  }

  private init(folder: String, rateCache: String, database: SQLDatabase, retrieved: Instant) {
    self.folder = folder
    self.rateCache = rateCache
    self.database = database
    self.retrieved = retrieved
  }

  /// Enters a file and returns its number.
  func dataset(
    _ source: SourceID, title: String, file: String, licence: String
  ) throws -> SQLValue {
    let path = file == "parities.csv" ? rateCache + "/" + file : folder + "/" + file
    try database.run(
      """
      INSERT INTO dataset (source, title, file, fingerprint, retrieved, rows, licence)
      VALUES (?, ?, ?, ?, ?, 0, ?)
      """,
      .text(source.rawValue), .text(title), .text(file), .text(ImportFile(path).fingerprint),
      .integer(retrieved.seconds), .text(licence))
    return .integer(database.lastInsertedRow)
  }

  /// Enters how many rows a dataset has and the newest day that they are of.
  func close(_ dataset: SQLValue, rows: Int, observed: Day?) throws {
    try database.run(
      "UPDATE dataset SET rows = ?, observed = ? WHERE id = ?", SQLValue(rows),
      SQLValue(observed.map { Int($0.number) }), dataset)
  }

  /// A figure of a file, rounded half up to some places; nil where the text is no number.
  static func figure(_ text: String, places: Int) throws -> PackedDecimal? {
    guard let value = ExactDecimal(text) else { return nil }
    return PackedDecimal(try value.rounded(places: places, .halfUp))
  }

  /// The error of a cell that holds something else than it should.
  func unreadable(_ file: String, _ cell: String) -> WorkbookError {
    WorkbookError(.badCSV, at: "\(folder)/\(file)", "“\(cell)” is not what belongs there")
  }
}
