import Quantities

/// Answers from one price database: the snapshot, or what a user imported.
///
/// One task at a time uses it, as it holds one connection.
public final class PriceArchive {
  let database: SQLDatabase
  private var datasets: [Int: Dataset]?

  /// Where the rows of a table come from.
  struct Dataset {
    let source: SourceID
    let retrieved: Instant
    let observed: Day?
    let licence: String
  }

  /// - Parameter database: opened by `PriceDatabase`.
  public init(_ database: SQLDatabase) { self.database = database }

  /// Opens the snapshot, which nothing changes.
  public static func snapshot(_ path: String) throws -> PriceArchive {
    PriceArchive(try PriceDatabase.openImmutable(path))
  }

  /// Opens an imported database for reading.
  public static func imported(_ path: String) throws -> PriceArchive {
    PriceArchive(try PriceDatabase.openReadOnly(path))
  }

  /// The dataset of a number.
  func dataset(_ id: Int) throws -> Dataset? {
    if let datasets { return datasets[id] }
    var all: [Int: Dataset] = [:]
    try database.prepare("SELECT id, source, retrieved, observed, licence FROM dataset")
      .forEachRow { row in
        all[row.integer(0)] = Dataset(
          source: SourceID(rawValue: row.text(1)), retrieved: Instant(seconds: row.integer64(2)),
          observed: row.optionalInteger(3).flatMap(Day.init(number:)), licence: row.text(4))
      }
    datasets = all
    return all[id]
  }

  /// What stands beside a figure of a dataset.
  func provenance(_ id: Int, observed: Day) throws -> Provenance {
    let dataset = try dataset(id)
    return Provenance(
      source: dataset?.source ?? "unknown", observed: observed,
      retrieved: dataset?.retrieved ?? Instant(seconds: 0), tier: .embedded,
      licence: dataset?.licence ?? "")
  }

  /// The codes under which the sources know a country: alpha-3, and for Kosovo the World Bank's.
  static func codes(_ country: Country) -> [String] {
    country.alpha3 == "XKX" ? ["XKX", "KSV"] : [country.alpha3]
  }

  /// The country of a source's code.
  static func country(_ code: String) -> Country? {
    code == "KSV" ? Country("XK") : Country(code)
  }
}

extension SQLStatement {
  /// A column as an exact decimal; nil for null.
  func decimal(_ column: Int) -> ExactDecimal? {
    isNull(column) ? nil : PackedDecimal(word: integer64(column))?.exact
  }
}
