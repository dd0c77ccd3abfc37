import Quantities

/// Writes the rows of one sheet into the database, each with its flags.
final class PriceRowImporter: RowSink {
  private let facts: TextFacts
  private let writer: PriceRowWriter
  private let place: String
  private let from1904: Bool
  /// Whether all cells are text, as in CSV, so that a number written as text is nothing to flag.
  private let allIsText: Bool
  private var header: SheetHeader?
  private var checks: RowChecks?
  private var draft = PriceRowDraft()
  private var lines = 0
  /// Rows without period and country: remarks below the table.
  private(set) var remarks = 0

  init(
    facts: TextFacts, writer: PriceRowWriter, place: String, from1904: Bool, allIsText: Bool
  ) {
    self.facts = facts
    self.writer = writer
    self.place = place
    self.from1904 = from1904
    self.allIsText = allIsText
  }

  /// The columns that the sheet does not have; nil before its header was read.
  var absent: Set<PriceColumn>? { header?.absent }

  func row(_ line: Int, _ cells: UnsafeBufferPointer<RawCell>) throws {
    guard let header, let checks else {
      lines += 1
      header = try SheetHeader(cells, pool: facts.pool, place: place)
      checks = header.map { RowChecks(facts: facts, absent: $0.absent) }
      guard header != nil || lines < 10 else {
        throw WorkbookError(
          .noHeader, at: place, "none of the first 10 rows names the columns id and period")
      }
      return
    }
    draft.clear()
    for (index, cell) in cells.enumerated() where index < header.columns.count {
      if let column = header.columns[index] { draft.cells[column.rawValue] = cell }
    }
    if isBlank(.period), isBlank(.sourceCode) {
      remarks += 1
      return
    }
    writer.oddities.removeAll(keepingCapacity: true)
    readKeys()
    for column in PriceColumn.allCases where column.isFigure { readFigure(column) }
    readDate()
    checks.apply(to: &draft)
    try writer.write(draft, line: line, facts: facts)
  }

  /// Throws where a file ends before its header.
  func finish() throws(WorkbookError) {
    guard header != nil else {
      throw WorkbookError(.noHeader, at: place, "no row names the columns id and period")
    }
  }

  private func isBlank(_ column: PriceColumn) -> Bool {
    switch draft[column] {
    case .blank: true
    case .text(let number): facts.pool.withText(number) { $0.allSatisfy { $0 <= 0x20 } }
    case .number: false
    }
  }

  private func readKeys() {
    if let text = draft.text(.period) { draft.quarter = facts.quarter(text) }
    if draft.quarter == nil {
      draft.flags.set(.periodUnreadable)
      keep(.period)
    }
    var number: PackedDecimal?
    switch draft[.id] {
    case .number(let figure): number = figure
    case .text(let text):
      if case .number(let figure) = facts.reading(text) { number = figure }
    case .blank: break
    }
    draft.number = number.flatMap { $0.scale == 0 ? $0.mantissa : nil }
    if draft.number == nil { keep(.id) }
  }

  private func readFigure(_ column: PriceColumn) {
    switch draft[column] {
    case .blank: break
    case .number(let figure): draft.figures[column.rawValue] = figure
    case .text(let text):
      switch facts.reading(text) {
      case .number(let figure):
        draft.figures[column.rawValue] = figure
        draft.flags.set(.numberAsText, when: !allIsText)
      case .shortened(let figure):
        draft.figures[column.rawValue] = figure
        draft.flags.set(.figureShortened)
        keep(column)
      case .blank: break
      case .placeholder: keep(column)
      case .unreadable:
        draft.flags.set(.figureUnreadable)
        keep(column)
      }
    }
  }

  private func readDate() {
    switch draft[.date] {
    case .blank: break
    case .number(let serial): draft.day = DateText.day(serial: serial, from1904: from1904)
    case .text(let text):
      draft.day = facts.day(text)
      if draft.day == nil, case .number(let serial) = facts.reading(text) {
        draft.day = DateText.day(serial: serial, from1904: from1904)
      }
    }
    if draft.day == nil { keep(.date) }
  }

  /// Keeps the text of a cell that the database's own column cannot hold.
  private func keep(_ column: PriceColumn) {
    switch draft[column] {
    case .blank: break
    case .text(let text): writer.oddities.append((column, facts.pool.string(text)))
    case .number(let figure): writer.oddities.append((column, figure.exact.description))
    }
  }
}
