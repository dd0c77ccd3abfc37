import Formula

/// The rows of a long series, read by RFC 4180, each field with its place.
struct CSVTable {
  struct Field {
    let text: String
    let location: SourceLocation
    let length: Int
  }

  let header: [Field]
  let rows: [[Field]]

  /// Reads a table; nil with a fault where quotes are wrong, the file is empty or not UTF-8.
  init?(_ source: SourceText, _ findings: Findings) {
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      findings.add(
        Diagnostic(
          "csv.encoding", "the file is not UTF-8 text",
          at: SourceLocation(file: source.file, line: 1, column: 1)))
      return nil
    }
    do throws(Diagnostic) {
      var all = try CSVScanner.rows(of: source)
      guard !all.isEmpty else {
        throw Diagnostic(
          "csv.empty", "the series is empty",
          at: SourceLocation(file: source.file, line: 1, column: 1))
      }
      header = all.removeFirst()
      rows = all
    } catch {
      findings.add(error)
      return nil
    }
    for row in rows where row.count != header.count {
      guard let first = row.first else { continue }
      findings.add(
        Diagnostic(
          "csv.field-count",
          "this row has \(row.count) fields, the header \(header.count)",
          hint: "a field with a comma stands in double quotes", at: first.location))
    }
  }
}
