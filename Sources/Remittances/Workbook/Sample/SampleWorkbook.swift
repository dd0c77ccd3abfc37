/// Writes a workbook with the sheets, columns and cell types of the World Bank's and invented rows.
///
/// For tests and benchmarks: the real workbook is 50 MB and is fetched by its user. The rows follow
/// from their number alone, so that a test knows what must come out.
public struct SampleWorkbook: Sendable {
  /// Rows of the sheet up to the first quarter of 2016, without the header.
  public var oldRows: Int
  /// Rows of the sheet from the second quarter of 2016, without the header.
  public var newRows: Int
  /// The names of the two sheets of prices.
  public var sheetNames = ["Dataset (up to Q1 2016)", "Dataset (from Q2 2016)"]
  /// Columns, by their header, that are left out of both sheets.
  public var leftOut: Set<String> = []
  /// Columns that are left out of the newer sheet only.
  public var leftOutOfNew: Set<String> = []
  /// Text put before the root element of the sheets, for tests of what must be refused.
  public var prologue = ""

  /// The rows of the real workbook of the third quarter of 2025.
  public static let fullSize = SampleWorkbook(oldRows: 49_491, newRows: 204_469)

  public init(oldRows: Int, newRows: Int) {
    self.oldRows = oldRows
    self.newRows = newRows
  }

  /// Writes the workbook, streaming: its sheets are never in memory as a whole.
  ///
  /// - Parameter compression: 1 (fast) to 9.
  /// - Throws: `workbook.cannot_open` where the file cannot be written.
  public func write(to path: String, compression: Int = 6) throws(WorkbookError) {
    let strings = SampleStrings()
    let old = SampleSheet(
      columns: columns(PriceColumn.oldSheet, old: true), rows: oldRows, first: 0, strings: strings,
      prologue: prologue, isOld: true)
    let new = SampleSheet(
      columns: columns(PriceColumn.newSheet, old: false), rows: newRows, first: oldRows,
      strings: strings, prologue: prologue, isOld: false)
    let names = ["Terms of Use", "Methodology", "Legend", "Countries"] + sheetNames
    var parts: [(String, SampleProducer)] = [
      ("[Content_Types].xml", .text(Self.contentTypes(sheets: names.count))),
      ("_rels/.rels", .text(Self.packageRelations)),
      ("xl/workbook.xml", .text(Self.workbook(names))),
      ("xl/_rels/workbook.xml.rels", .text(Self.workbookRelations(sheets: names.count))),
    ]
    for number in 1...4 {
      parts.append(("xl/worksheets/sheet\(number).xml", .text(Self.plainSheet)))
    }
    parts.append(("xl/worksheets/sheet5.xml", .sheet(old)))
    parts.append(("xl/worksheets/sheet6.xml", .sheet(new)))
    parts.append(("xl/sharedStrings.xml", .text(strings.xml)))
    try SampleZip.write(parts, to: path, compression: compression)
  }

  private func columns(_ all: [PriceColumn], old: Bool) -> [PriceColumn] {
    all.filter {
      let header = $0.header(old: old)
      return !leftOut.contains(header) && (old || !leftOutOfNew.contains(header))
    }
  }
}
