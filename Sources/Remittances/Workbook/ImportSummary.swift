import Quantities

/// What an import brought in and what it found.
public struct ImportSummary: Sendable, Hashable {
  /// One sheet, or the one table of a CSV file.
  public struct Sheet: Sendable, Hashable {
    public let name: String
    public let rows: Int
    /// Rows without period and country: remarks below the table, not imported.
    public let remarks: Int
    /// Columns of the World Bank's sheet that this one does not have.
    public let absent: [String]
  }

  public let file: String
  /// Size and checksum: the same file name has borne different files.
  public let fingerprint: String
  public let sheets: [Sheet]
  /// Rows imported.
  public var rows: Int { sheets.reduce(0) { $0 + $1.rows } }
  /// Rows of earlier imports whose quarters this file brought anew.
  public let replaced: Int
  public let firstQuarter: CalendarQuarter?
  public let lastQuarter: CalendarQuarter?
  public let corridors: Int
  public let firms: Int
  /// How many rows bear each flag that any row bears.
  public let flagged: [PriceFlag: Int]
}
