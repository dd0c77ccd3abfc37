/// One pass over a file.
struct ImportRun {
  let file: ImportFile
  let facts: TextFacts
  let writer: PriceRowWriter
  let limits: PriceImport.Limits
  let progress: ((Int) -> Void)?

  /// Reads both sheets of prices.
  func workbook() throws -> [ImportSummary.Sheet] {
    let archive = try ZipArchive(path: file.path)
    let parts = try WorkbookParts(archive)
    let wanted = parts.sheets.filter { Tidy.text($0.name).lowercased().hasPrefix("dataset") }
    guard !wanted.isEmpty else {
      let names = parts.sheets.map { "“\($0.name)”" }.joined(separator: ", ")
      throw WorkbookError(
        .noDatasetSheet, at: file.path,
        "has no sheet whose name begins with “Dataset”; it has \(names)")
    }
    // Its own pool for the thread that parses: the two never touch the same memory.
    let pool = TextPool(limit: limits.text)
    let shared = try sharedStrings(parts, archive, pool)
    return try wanted.enumerated().map { number, sheet in
      let place = "\(file.path): \(sheet.name)"
      guard let entry = try archive.entry(sheet.part, limit: limits.sheet) else {
        throw WorkbookError(.notAWorkbook, at: place, "the archive has no part \(sheet.part)")
      }
      let importer = PriceRowImporter(
        facts: facts, writer: writer, place: place, from1904: parts.countsFrom1904,
        allIsText: false)
      writer.sheet = number + 1
      let before = writer.digests.count
      let sink = ProgressSink(importer, writer: writer, progress)
      try SheetPipeline.run(
        entry, pool: pool, shared: shared, place: place, copy: facts.pool, into: sink)
      try importer.finish()
      return ImportSummary.Sheet(
        name: sheet.name, rows: writer.digests.count - before, remarks: importer.remarks,
        absent: names(importer.absent))
    }
  }

  private func sharedStrings(
    _ parts: WorkbookParts, _ archive: ZipArchive, _ pool: TextPool
  ) throws(WorkbookError) -> [Int32] {
    guard let part = parts.sharedStrings else { return [] }
    guard let entry = try archive.entry(part, limit: limits.sharedStrings) else { return [] }
    let strings = SharedStrings(pool: pool, place: entry.place)
    try XMLStream.parse(entry, with: strings)
    return strings.numbers
  }

  /// Reads a CSV file with the columns of either sheet.
  func csv() throws -> [ImportSummary.Sheet] {
    let importer = PriceRowImporter(
      facts: facts, writer: writer, place: file.path, from1904: false, allIsText: true)
    let sink = ProgressSink(importer, writer: writer, progress)
    var cells: [RawCell] = []
    func record(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: [Int]) throws {
      cells.removeAll(keepingCapacity: true)
      var start = 0
      for end in ends.prefix(SheetReader.columns) {
        if start == end {
          cells.append(.blank)
        } else {
          guard let number = facts.pool.intern(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          else {
            throw WorkbookError(
              .tooLarge, at: "\(file.path):\(line)", "more distinct text than prices have")
          }
          cells.append(.text(number))
        }
        start = end
      }
      try cells.withUnsafeBufferPointer { try sink.row(line, $0) }
    }
    try PlainFile.records(of: file.path, limit: limits.sheet, record)
    try importer.finish()
    return [
      ImportSummary.Sheet(
        name: file.name, rows: writer.digests.count, remarks: importer.remarks,
        absent: names(importer.absent))
    ]
  }

  private func names(_ columns: Set<PriceColumn>?) -> [String] {
    PriceColumn.allCases.filter { columns?.contains($0) ?? false }.map { $0.header(old: false) }
  }
}

/// Reports progress every thousand rows.
private final class ProgressSink: RowSink {
  private let sink: PriceRowImporter
  private let writer: PriceRowWriter
  private let progress: ((Int) -> Void)?

  init(_ sink: PriceRowImporter, writer: PriceRowWriter, _ progress: ((Int) -> Void)?) {
    self.sink = sink
    self.writer = writer
    self.progress = progress
  }

  func row(_ line: Int, _ cells: UnsafeBufferPointer<RawCell>) throws {
    try sink.row(line, cells)
    if let progress, writer.digests.count % 1000 == 0 { progress(writer.digests.count) }
  }
}
