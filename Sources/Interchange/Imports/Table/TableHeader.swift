import Coordination
import Formula
import Quantities

/// What the columns of a table mean.
struct TableHeader: Hashable {
  let row: TableText.Row
  private(set) var columns: [CareerWords.Field: Int] = [:]
  /// Columns with remarks; there may be several.
  private(set) var notes: [Int] = []
  /// Currencies that stand in the name of a column: "earnings (EUR)".
  private(set) var currencies: [Int: Currency] = [:]
  /// The language most of the names are in.
  private(set) var language: String?

  /// - Parameter faults: what could not be understood is added here.
  init(_ row: TableText.Row, _ vocabulary: TableVocabulary, _ faults: inout [ImportFault]) {
    self.row = row
    var words: [FoldedWord] = []
    var inside: [String?] = []
    for cell in row.cells {
      let (word, inner) = Self.parts(of: cell)
      words.append(word)
      inside.append(inner)
    }
    var best = 0
    for language in vocabulary.words {
      let known = Set(words.compactMap { vocabulary.fields.value($0, in: language.code) }).count
      if known > best { (best, self.language) = (known, language.code) }
    }
    for (index, text) in inside.enumerated() {
      currencies[index] = text.flatMap { vocabulary.currency($0, preferring: language) }
    }
    for (index, word) in words.enumerated() where !word.isEmpty {
      let place = ImportFault.Place.cell(
        row: row.number, column: index + 1, name: ImportFault.shown(row.cells[index]))
      switch vocabulary.fields.find(word, preferring: language) {
      case .one(.note): notes.append(index)
      case .one(let field):
        if let first = columns[field] {
          faults.append(
            ImportFault(
              "table.column-twice", at: place,
              "this column and column \(first + 1) say the same: \(ImportFault.shown(row.cells[first]))",
              hint: "leave one of them out, or give it another name"))
        } else {
          columns[field] = index
        }
      case .several(let fields):
        faults.append(
          ImportFault(
            "table.ambiguous-column", at: place,
            "'\(ImportFault.shown(row.cells[index]))' is \(fields.map(\.rawValue).joined(separator: " / ")), depending on the language",
            hint: "write one of: \(fields.map(\.rawValue).joined(separator: ", "))"))
      case .none:
        let near = nearest(to: word.text, among: vocabulary.fields.words(of: language))
        faults.append(
          ImportFault(
            "table.unknown-column", .warning, at: place,
            "the column '\(ImportFault.shown(row.cells[index]))' is not read",
            hint: near.map { "did you mean '\($0)'?" }))
      }
    }
  }

  /// Where the row that names the columns stands: titles may stand before it. nil where none of
  /// the first rows names the days of periods, or years beside something else.
  static func index(in rows: [TableText.Row], _ vocabulary: TableVocabulary) -> Int? {
    rows.prefix(20).firstIndex { row in
      var faults: [ImportFault] = []
      let columns = TableHeader(row, vocabulary, &faults).columns
      return columns[.from] != nil && columns[.to] != nil
        || columns[.year] != nil && columns.count > 1
    }
  }

  /// A name without what stands in brackets, and what stands there.
  private static func parts(of cell: String) -> (FoldedWord, String?) {
    guard let open = cell.firstIndex(where: { "([".contains($0) }),
      let close = cell[open...].firstIndex(where: { ")]".contains($0) })
    else { return (FoldedWord(cell), nil) }
    return (FoldedWord(cell[..<open]), String(cell[cell.index(after: open)..<close]))
  }

  /// The place of a field in a row.
  func place(_ field: CareerWords.Field?, _ row: TableText.Row) -> ImportFault.Place {
    guard let field, let column = columns[field] else {
      return .cell(row: row.number, column: nil, name: nil)
    }
    return .cell(
      row: row.number, column: column + 1, name: ImportFault.shown(self.row[column]))
  }

  /// The text of a field in a row; nil where there is no such column or nothing in it.
  func text(_ field: CareerWords.Field, _ row: TableText.Row) -> String? {
    guard let column = columns[field] else { return nil }
    let text = row[column]
    return text.isEmpty || text == "-" || text == "–" ? nil : text
  }
}
