import Quantities

/// Writes what a price database holds as comma-separated values (RFC 4180).
public struct PriceExport {
  private let database: SQLDatabase
  /// Takes a piece of text; pieces end with whole records.
  private let write: (String) throws -> Void
  private var texts: [Int: String] = [:]
  private var buffer = ""

  public init(_ archive: PriceArchive, write: @escaping (String) throws -> Void) {
    database = archive.database
    self.write = write
  }

  /// Writes the rows with the columns of the World Bank's newer sheet, then their flags.
  ///
  /// A cell that could not be read is written as it stood, so that what is exported can be imported
  /// again with the same outcome. Dates are written as ISO 8601.
  /// - Parameters:
  ///   - from: only rows from this country; nil for all.
  ///   - to: only rows to this country; nil for all.
  /// - Returns: how many rows were written.
  @discardableResult
  public mutating func rows(from: Country? = nil, to: Country? = nil) throws -> Int {
    record(PriceColumn.allCases.map { $0.header(old: false) } + ["flags"])
    let fields = PriceSchema.columns.map { "p.\($0.field)" }.joined(separator: ", ")
    let (condition, values) = Self.condition(from, to)
    let statement = try database.prepare(
      """
      SELECT p.rowid, p.flags, p.number, p.quarter, \(fields) FROM price_row p
      \(condition) ORDER BY p.quarter, p.rowid
      """)
    let odd = try database.prepare("SELECT field, value FROM oddity WHERE price_row = ?")
    var count = 0
    try statement.forEachRow(values) { row in
      var oddities: [String: String] = [:]
      try odd.forEachRow([.integer(row.integer64(0))]) { oddities[$0.text(0)] = $0.text(1) }
      var cells = [
        oddities["number"] ?? (row.isNull(2) ? "" : String(row.integer64(2))),
        oddities["quarter"]
          ?? CalendarQuarter(index: row.integer(3)).map(DateText.period) ?? "",
      ]
      for (place, column) in PriceSchema.columns.enumerated() {
        cells.append(try oddities[column.field] ?? cell(row, 4 + place, column))
      }
      cells.append(PriceFlags(rawValue: row.integer64(1)).codes.joined(separator: " "))
      record(cells)
      try flush(beyond: 1 << 16)
      count += 1
    }
    try flush(beyond: 0)
    return count
  }

  /// Writes the stored means by corridor and quarter, with their source.
  /// - Returns: how many were written.
  @discardableResult
  public mutating func means() throws -> Int {
    record([
      "source_code", "destination_code", "period", "total_percent_200", "total_percent_500",
      "margin_percent_200", "margin_percent_500", "services", "source", "licence",
    ])
    let statement = try database.prepare(
      """
      SELECT m.source, destination, quarter, low_total, high_total, low_margin, high_margin,
        services, d.source, d.licence
      FROM corridor_mean m JOIN dataset d ON d.id = m.dataset
      ORDER BY m.source, destination, quarter
      """)
    var count = 0
    try statement.forEachRow { row in
      let figures = (3...6).map { row.decimal($0)?.description ?? "" }
      record(
        [
          row.text(0), row.text(1),
          CalendarQuarter(index: row.integer(2)).map(DateText.period) ?? "",
        ] + figures + [row.text(7), row.text(8), row.text(9)])
      try flush(beyond: 1 << 16)
      count += 1
    }
    try flush(beyond: 0)
    return count
  }

  private static func condition(_ from: Country?, _ to: Country?) -> (String, [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    for (column, country) in [("source_code", from), ("destination_code", to)] {
      guard let country else { continue }
      let codes = PriceArchive.codes(country)
      let marks = codes.map { _ in "?" }.joined(separator: ", ")
      parts.append("p.\(column) IN (SELECT id FROM text WHERE value IN (\(marks)))")
      values += codes.map { .text($0) }
    }
    return (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "), values)
  }

  private mutating func cell(
    _ row: SQLStatement, _ place: Int, _ column: PriceColumn
  ) throws -> String {
    if row.isNull(place) { return "" }
    if column.isFigure { return row.decimal(place)?.description ?? "" }
    let number = row.integer(place)
    if column == .date { return Day(number: number)?.description ?? "" }
    if let known = texts[number] { return known }
    let text =
      try database.text("SELECT value FROM text WHERE id = ?", .integer(Int64(number))) ?? ""
    texts[number] = text
    return text
  }

  private mutating func record(_ cells: [String]) {
    buffer += cells.map(Self.quoted).joined(separator: ",") + "\r\n"
  }

  private mutating func flush(beyond limit: Int) throws {
    guard buffer.utf8.count > limit else { return }
    try write(buffer)
    buffer = ""
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
