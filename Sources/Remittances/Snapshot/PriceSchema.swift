/// The tables of a price database: the snapshot and what a user imports have the same.
///
/// Figures are `PackedDecimal` words, days are day numbers (0 is 1970-01-01), quarters are
/// year × 4 + quarter - 1, texts are numbers in `text`. Texts stand as the source wrote them.
enum PriceSchema {
  /// The schema's version, in the file's `user_version`.
  static let version = 1
  /// "SjRP", in the file's `application_id`, so that another program's file is not mistaken for one.
  static let applicationID = 0x536A_5250

  static let tables = """
    CREATE TABLE dataset (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      title TEXT NOT NULL,
      file TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      retrieved INTEGER NOT NULL,
      observed INTEGER,
      rows INTEGER NOT NULL,
      licence TEXT NOT NULL
    );
    CREATE TABLE text (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE);
    CREATE TABLE price_row (
      dataset INTEGER NOT NULL, line INTEGER NOT NULL, sheet INTEGER NOT NULL,
      flags INTEGER NOT NULL, quarter INTEGER NOT NULL, number INTEGER,
      \(columns.map { "\($0.field) INTEGER" }.joined(separator: ", "))
    );
    CREATE TABLE oddity (
      price_row INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL
    );
    CREATE TABLE corridor_mean (
      source TEXT NOT NULL, destination TEXT NOT NULL, quarter INTEGER NOT NULL,
      dataset INTEGER NOT NULL, low_total INTEGER NOT NULL, high_total INTEGER,
      low_margin INTEGER, high_margin INTEGER, services INTEGER,
      PRIMARY KEY (source, destination, quarter)
    ) WITHOUT ROWID;
    CREATE TABLE reference_rate (
      currency TEXT NOT NULL, day INTEGER NOT NULL, rate INTEGER NOT NULL,
      PRIMARY KEY (currency, day)
    ) WITHOUT ROWID;
    CREATE TABLE parity (
      base TEXT NOT NULL, quote TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
      rate INTEGER NOT NULL, law TEXT NOT NULL,
      PRIMARY KEY (base, quote, since)
    ) WITHOUT ROWID;
    CREATE TABLE flow (
      source TEXT NOT NULL, destination TEXT NOT NULL, year INTEGER NOT NULL,
      million_usd INTEGER NOT NULL,
      PRIMARY KEY (source, destination, year)
    ) WITHOUT ROWID;
    """

  static let indexes = """
    CREATE INDEX IF NOT EXISTS price_row_corridor
      ON price_row (source_code, destination_code, quarter);
    CREATE INDEX IF NOT EXISTS price_row_quarter ON price_row (quarter, number);
    CREATE INDEX IF NOT EXISTS oddity_row ON oddity (price_row);
    """

  /// The columns of a row after those that every row has.
  static let columns = PriceColumn.allCases.filter { $0 != .id && $0 != .period }

  /// Makes the tables in an empty database.
  static func create(in database: SQLDatabase) throws(SQLError) {
    try database.execute("PRAGMA application_id = \(applicationID)")
    try database.execute(tables)
    try database.setUserVersion(version)
  }
}

extension PriceColumn {
  /// The name of the column in the database.
  var field: String {
    switch self {
    case .id: "number"
    case .period: "quarter"
    case .sourceCode: "source_code"
    case .sourceName: "source_name"
    case .sourceRegion: "source_region"
    case .sourceIncome: "source_income"
    case .sourceLending: "source_lending"
    case .sourceG8G20: "source_g8g20"
    case .destinationCode: "destination_code"
    case .destinationName: "destination_name"
    case .destinationRegion: "destination_region"
    case .destinationIncome: "destination_income"
    case .destinationLending: "destination_lending"
    case .destinationG8G20: "destination_g8g20"
    case .firm: "firm"
    case .firmType: "firm_type"
    case .instrument: "instrument"
    case .accessPoint: "access_point"
    case .speed: "speed"
    case .lowAmount: "low_amount"
    case .lowDenomination: "low_denomination"
    case .lowCurrency: "low_currency"
    case .lowFee: "low_fee"
    case .lowRate: "low_rate"
    case .lowMargin: "low_margin"
    case .lowTotal: "low_total"
    case .highAmount: "high_amount"
    case .highDenomination: "high_denomination"
    case .highCurrency: "high_currency"
    case .highFee: "high_fee"
    case .highRate: "high_rate"
    case .highMargin: "high_margin"
    case .highTotal: "high_total"
    case .interbank: "interbank"
    case .transparent: "transparent"
    case .note1: "note1"
    case .note2: "note2"
    case .coverage: "coverage"
    case .pickupLocation: "pickup_location"
    case .pickupMethod: "pickup_method"
    case .date: "date"
    case .corridor: "corridor"
    }
  }
}
