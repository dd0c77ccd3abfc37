/// Where the sheets and the shared strings of a workbook are (ECMA-376 part 1, 12.3).
struct WorkbookParts {
  /// A sheet's name and its part in the archive.
  struct Sheet {
    let name: String
    let part: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var sharedStrings: String?
  /// Whether serial dates count from 1904 instead of 1900.
  private(set) var countsFrom1904 = false

  /// Reads the workbook part and its relationships.
  ///
  /// - Throws: `workbook.not_a_workbook` where the archive has no such parts.
  init(_ archive: ZipArchive) throws(WorkbookError) {
    let limit = 4 << 20
    guard let book = try archive.entry("xl/workbook.xml", limit: limit),
      let relations = try archive.entry("xl/_rels/workbook.xml.rels", limit: limit)
    else {
      throw WorkbookError(
        .notAWorkbook, at: archive.path, "has no xl/workbook.xml; give an .xlsx workbook")
    }
    let links = Relations()
    try XMLStream.parse(relations, with: links)
    let list = SheetList()
    try XMLStream.parse(book, with: list)
    countsFrom1904 = list.countsFrom1904
    sharedStrings = links.sharedStrings
    for (name, id) in list.sheets {
      guard let part = links.targets[id] else { continue }
      sheets.append(Sheet(name: name, part: part))
    }
  }

  private final class Relations: XMLHandler {
    var targets: [String: String] = [:]
    var sharedStrings: String?

    override func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
      guard name.localName.equals("Relationship"), let id = attributes.string("Id"),
        let target = attributes.string("Target")
      else { return }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      targets[id] = part
      if attributes.string("Type")?.hasSuffix("/sharedStrings") ?? false { sharedStrings = part }
    }
  }

  private final class SheetList: XMLHandler {
    var sheets: [(name: String, id: String)] = []
    var countsFrom1904 = false

    override func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
      let name = name.localName
      if name.equals("workbookPr") {
        let value = attributes.string("date1904")
        countsFrom1904 = value == "1" || value == "true"
      } else if name.equals("sheet"), let title = attributes.string("name"),
        let id = attributes.string("r:id")
      {
        sheets.append((title, id))
      }
    }
  }
}
