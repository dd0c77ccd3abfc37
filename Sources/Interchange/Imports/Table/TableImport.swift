import Coordination
import Formula
import Quantities

/// Reads a table of periods or of yearly earnings.
///
/// Every fault of the table is reported with its row and column; what can be read in two ways is
/// reported, never chosen.
struct TableImport {
  let table: TableText
  let header: TableHeader
  let settings: ImportSettings
  let today: Day
  let vocabulary: TableVocabulary
  var draft = CaseDraft()
  /// The order of dates and the mark of decimals, as said or as the table itself shows them.
  let dates: ImportSettings.DateOrder?
  let decimals: ImportSettings.DecimalMark?
  /// Rows that say no type, and rows whose ends are months or years only.
  var untyped: [Int] = []
  var rough: [Int] = []
  var yearRows: [YearRow] = []

  static func read(
    _ bytes: [UInt8], _ settings: ImportSettings, today: Day, _ vocabulary: TableVocabulary
  ) -> CaseDraft {
    do {
      let table = try TableText(bytes)
      var reader = try TableImport(table, settings, today: today, vocabulary)
      reader.readRows()
      return reader.draft
    } catch {
      var draft = CaseDraft()
      draft.report(error)
      return draft
    }
  }

  /// - Throws: where there is no table at all.
  private init(
    _ table: TableText, _ settings: ImportSettings, today: Day, _ vocabulary: TableVocabulary
  ) throws(ImportFault) {
    let start = TableHeader.index(in: table.rows, vocabulary) ?? 0
    let skipped = table.rows.prefix(start).map(\.number)
    let table = table.dropping(start)
    guard let first = table.rows.first else {
      throw ImportFault(
        "table.empty", at: .whole, "there is nothing in the table",
        hint:
          "the first row names the columns, such as: country, from, to, type, earnings, currency")
    }
    var faults: [ImportFault] = []
    let header = TableHeader(first, vocabulary, &faults)
    // A date or a number in the first row is no name of a column.
    let isNamed = !first.cells.contains { $0.unicodeScalars.first?.properties.numericType != nil }
    guard !header.columns.isEmpty, isNamed else {
      throw ImportFault(
        "table.no-header", at: .cell(row: first.number, column: nil, name: nil),
        "the first row names no column that is known",
        hint:
          "the first row names the columns, such as: country, from, to, type, earnings, currency")
    }
    self.table = table
    self.header = header
    self.settings = settings
    self.today = today
    self.vocabulary = vocabulary
    dates = settings.dates ?? Self.dates(of: table, header)
    decimals = settings.decimals ?? Self.decimals(of: table, header)
    for fault in faults { draft.report(fault) }
    if let row = skipped.first {
      draft.report(
        ImportFault(
          "table.rows-before-header", .warning, at: .cell(row: row, column: nil, name: nil),
          "what stands above the names of the columns is not read (rows: \(Self.list(skipped)))"))
    }
  }

  /// The order that dates of the table show; nil where none or both are shown.
  private static func dates(
    of table: TableText, _ header: TableHeader
  ) -> ImportSettings.DateOrder? {
    var orders: Set<ImportSettings.DateOrder> = []
    for row in table.rows.dropFirst() {
      for field in [CareerWords.Field.from, .to] {
        if let text = header.text(field, row), let order = CellDate.order(of: text) {
          orders.insert(order)
        }
      }
    }
    return orders.count == 1 ? orders.first : nil
  }

  private static let numbers: [CareerWords.Field] = [
    .earnings, .monthlyEarnings, .days, .weeks, .months, .quarters, .years,
  ]

  /// The mark of decimals that numbers of the table show; nil where none or both are shown.
  private static func decimals(
    of table: TableText, _ header: TableHeader
  ) -> ImportSettings.DecimalMark? {
    var marks: Set<ImportSettings.DecimalMark> = []
    for row in table.rows.dropFirst() {
      for field in numbers {
        if let text = header.text(field, row), let mark = CellNumber.mark(of: text) {
          marks.insert(mark)
        }
      }
    }
    return marks.count == 1 ? marks.first : nil
  }

  // MARK: Rows

  private mutating func readRows() {
    let columns = header.columns
    let has = { (field: CareerWords.Field) in columns[field] != nil }
    guard has(.year) || (has(.from) && has(.to)) else {
      let missing: CareerWords.Field = has(.from) ? .to : has(.to) ? .from : .year
      draft.report(
        ImportFault(
          "table.missing-column", at: .cell(row: header.row.number, column: nil, name: nil),
          "the table has no column '\(missing.rawValue)'",
          hint: "periods have the columns 'from' and 'to', yearly earnings the column 'year'"))
      return
    }
    if !has(.country), settings.country == nil {
      draft.report(
        ImportFault(
          "table.missing-column", at: .cell(row: header.row.number, column: nil, name: nil),
          "the table has no column '\(CareerWords.Field.country.rawValue)'",
          hint: "add the column, or name one country for all rows: --country DE"))
      return
    }
    for row in table.rows.dropFirst() { read(row) }
    finishYears()
    sayWhatWasTaken()
    if draft.periods.isEmpty, !draft.hasErrors {
      draft.report(
        ImportFault(
          "import.nothing", at: .whole, "no period and no earnings were found in it"))
    }
  }

  private mutating func read(_ row: TableText.Row) {
    if let extra = row.cells.indices.first(where: {
      $0 >= header.row.cells.count && !row.cells[$0].isEmpty
    }) {
      draft.report(
        ImportFault(
          "table.too-many-cells", at: .cell(row: row.number, column: extra + 1, name: nil),
          "the row has \(row.cells.count) cells, the first row names \(header.row.cells.count)",
          hint: "put a cell that holds a comma in quotes: \"31200,50\""))
      return
    }
    let common = commonFields(row)
    if header.text(.from, row) != nil || header.text(.to, row) != nil
      || header.columns[.year] == nil
    {
      readPeriod(row, common)
    } else {
      readYear(row, common)
    }
  }

  /// What was taken for granted in many rows is said once.
  private mutating func sayWhatWasTaken() {
    if let first = untyped.first {
      warn(
        "table.no-type", .type, row(first),
        "no type is said; employment is taken (rows: \(Self.list(untyped)))",
        hint: "name the type: employed, self_employed, residence, child_raising, …")
    }
    if let first = rough.first {
      warn(
        "table.whole-months", nil, row(first),
        "only months or years are named; they are taken from their first to their last day (rows: \(Self.list(rough)))",
        hint: "write the days where they are known")
    }
  }

  /// The numbers of rows, not without end.
  static func list(_ rows: [Int]) -> String {
    rows.prefix(12).map { String($0) }.joined(separator: ", ") + (rows.count > 12 ? ", …" : "")
  }

  private func row(_ number: Int) -> TableText.Row {
    table.rows.first { $0.number == number } ?? header.row
  }

  // MARK: Faults

  mutating func report(
    _ code: String, _ field: CareerWords.Field?, _ row: TableText.Row, _ message: Phrase,
    hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, at: header.place(field, row), message, hint: hint))
  }

  mutating func warn(
    _ code: String, _ field: CareerWords.Field?, _ row: TableText.Row, _ message: Phrase,
    hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, .warning, at: header.place(field, row), message, hint: hint))
  }
}
