import Formula

/// The rows of a long series, read by RFC 4180, each field with its place.
struct CSVTable {
  let file: SourceText
  /// The fields of all rows, the header's first.
  private let fields: [PlacedText]
  /// Where each row begins among the fields, and where the last ends.
  private let starts: [Int]

  /// How many rows stand below the header.
  var count: Int { starts.count - 2 }

  var header: ArraySlice<PlacedText> { fields[..<starts[1]] }

  /// The fields of a row below the header.
  subscript(row: Int) -> ArraySlice<PlacedText> { fields[starts[row + 1]..<starts[row + 2]] }

  /// Reads a table; nil with a fault where quotes are wrong, the file is empty or not UTF-8.
  init?(_ source: SourceText, _ findings: Findings) {
    do {
      let bytes = source.bytes
      let span = bytes.span
      _ = try UTF8Span(validating: span)
    } catch {
      findings.add(
        Diagnostic(
          "csv.encoding", "the file is not UTF-8 text",
          at: SourceLocation(file: source.file, line: 1, column: 1)))
      return nil
    }
    do throws(Diagnostic) {
      (fields, starts) = try CSVScanner.fields(of: source)
    } catch {
      findings.add(error)
      return nil
    }
    guard starts.count > 1 else {
      findings.add(
        Diagnostic(
          "csv.empty", "the series is empty",
          at: SourceLocation(file: source.file, line: 1, column: 1)))
      return nil
    }
    file = source
    for row in 0..<count where self[row].count != header.count {
      guard let first = self[row].first else { continue }
      findings.add(
        first.fault(
          in: file, "csv.field-count",
          "this row has \(self[row].count) fields, the header \(header.count)",
          hint: "a field with a comma stands in double quotes"))
    }
  }
}
