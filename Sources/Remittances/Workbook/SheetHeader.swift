/// Which column of a sheet holds what.
struct SheetHeader {
  /// For each column of the sheet what it holds; nil for columns that are not read.
  let columns: [PriceColumn?]
  /// What the sheet does not have.
  let absent: Set<PriceColumn>

  /// Reads a header; nil where the row is none, because it names neither an id nor a period.
  ///
  /// - Throws: `workbook.missing_column` where a column is missing without which a row says nothing.
  init?(
    _ cells: UnsafeBufferPointer<RawCell>, pool: TextPool, place: String
  ) throws(WorkbookError) {
    var columns: [PriceColumn?] = []
    var found: Set<PriceColumn> = []
    for cell in cells {
      guard case .text(let number) = cell, let column = PriceColumn.named(pool.string(number)),
        found.insert(column).inserted
      else {
        columns.append(nil)
        continue
      }
      columns.append(column)
    }
    guard found.contains(.id) || found.contains(.period), found.count >= 3 else { return nil }
    let missing = PriceColumn.required.filter { !found.contains($0) }
    guard missing.isEmpty else {
      let names = missing.map { "“\($0.header(old: false))”" }.joined(separator: ", ")
      throw WorkbookError(
        .missingColumn, at: place, "has no column \(names); give the World Bank's sheet unchanged")
    }
    self.columns = columns
    absent = Set(PriceColumn.allCases).subtracting(found)
  }
}
