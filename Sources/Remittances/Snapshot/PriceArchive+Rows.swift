import Quantities

extension PriceArchive {
  private static let fields: [PriceColumn] = [
    .sourceCode, .destinationCode, .firm, .firmType, .instrument, .pickupMethod, .speed,
    .lowCurrency, .highCurrency, .note1, .note2, .transparent,
  ]
  private static let figures: [PriceColumn] = [
    .lowAmount, .lowFee, .lowRate, .lowMargin, .lowTotal, .highAmount, .highFee, .highRate,
    .highMargin, .highTotal, .interbank,
  ]

  /// The rows of a corridor in a quarter, in the order of the source.
  public func rows(_ corridor: Corridor, _ quarter: CalendarQuarter) throws -> [ServiceRow] {
    var rows: [ServiceRow] = []
    for source in Self.codes(corridor.from) {
      for destination in Self.codes(corridor.to) {
        rows += try read(
          "quarter = ? AND source_code = \(Self.text) AND destination_code = \(Self.text)",
          [.integer(Int64(quarter.index)), .text(source), .text(destination)])
      }
    }
    return rows
  }

  /// All rows of a quarter.
  public func rows(_ quarter: CalendarQuarter) throws -> [ServiceRow] {
    try read("quarter = ?", [.integer(Int64(quarter.index))])
  }

  /// The quarters in which a corridor has rows, oldest first.
  public func quarters(_ corridor: Corridor) throws -> [CalendarQuarter] {
    var found: Set<Int> = []
    let statement = try database.prepare(
      """
      SELECT DISTINCT quarter FROM price_row
      WHERE source_code = \(Self.text) AND destination_code = \(Self.text) AND quarter > 0
      """)
    for source in Self.codes(corridor.from) {
      for destination in Self.codes(corridor.to) {
        try statement.forEachRow([.text(source), .text(destination)]) {
          found.insert($0.integer(0))
        }
      }
    }
    return found.sorted().compactMap(CalendarQuarter.init(index:))
  }

  /// How many rows of services there are.
  public func rowCount() throws -> Int {
    try database.integer("SELECT count(*) FROM price_row") ?? 0
  }

  /// The dataset of a quarter's rows; 0 where it has none.
  func rowDataset(_ quarter: CalendarQuarter) throws -> Int {
    try database.integer(
      "SELECT dataset FROM price_row WHERE quarter = ? LIMIT 1", .integer(Int64(quarter.index)))
      ?? 0
  }

  /// The number of a text that is given as a parameter.
  static let text = "(SELECT id FROM text WHERE value = ?)"

  private func read(_ condition: String, _ values: [SQLValue]) throws -> [ServiceRow] {
    let texts = Self.fields.enumerated()
    let columns =
      ["number", "quarter", "flags", "date"] + Self.figures.map(\.field)
      + texts.map { place, _ in "t\(place).value" }
    let joins = texts.map { place, column in
      "LEFT JOIN text t\(place) ON t\(place).id = p.\(column.field)"
    }
    let statement = try database.prepare(
      """
      SELECT \(columns.joined(separator: ", ")) FROM price_row p \(joins.joined(separator: " "))
      WHERE \(condition) ORDER BY p.rowid
      """)
    var rows: [ServiceRow] = []
    var notes: [String: NoteMarks] = [:]
    try statement.forEachRow(values) { row in
      if let service = Self.service(row, notes: &notes) { rows.append(service) }
    }
    return rows
  }

  private static func service(
    _ row: SQLStatement, notes: inout [String: NoteMarks]
  ) -> ServiceRow? {
    guard let quarter = CalendarQuarter(index: row.integer(1)) else { return nil }
    let first = 4 + figures.count
    func text(_ column: PriceColumn) -> String? {
      guard let place = fields.firstIndex(of: column) else { return nil }
      return row.optionalText(first + place).map(Tidy.text)
    }
    func figure(_ column: PriceColumn) -> ExactDecimal? {
      figures.firstIndex(of: column).flatMap { row.decimal(4 + $0) }
    }
    func basket(_ columns: BasketColumns) -> ServiceRow.Basket {
      ServiceRow.Basket(
        amount: figure(columns.amount), currency: text(columns.currency),
        fee: figure(columns.fee), rate: figure(columns.rate), margin: figure(columns.margin),
        total: figure(columns.total))
    }
    var payout: Currency?
    for note in [text(.note1), text(.note2)] {
      guard let note, payout == nil else { continue }
      let marks = notes[note] ?? NoteMarks(note)
      notes[note] = marks
      payout = marks.payout
    }
    let instrument = text(.instrument)
    return ServiceRow(
      number: row.optionalInteger(0), quarter: quarter, source: text(.sourceCode) ?? "",
      destination: text(.destinationCode) ?? "", firm: text(.firm) ?? "",
      firmType: text(.firmType), payIn: ChannelText.payIn(instrument),
      payOut: ChannelText.payOut(text(.pickupMethod), instrument: instrument),
      speed: ChannelText.speed(text(.speed)), low: basket(.low), high: basket(.high),
      interbank: figure(.interbank), isTransparent: text(.transparent)?.lowercased() == "yes",
      payoutCurrency: payout, day: row.optionalInteger(3).flatMap(Day.init(number:)),
      flags: PriceFlags(rawValue: row.integer64(2)))
  }
}
