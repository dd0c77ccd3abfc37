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
    var reader = CSVScanner(source)
    do throws(Diagnostic) {
      var all: [[Field]] = []
      while let row = try reader.nextRow() { all.append(row) }
      guard let first = all.first else {
        throw Diagnostic(
          "csv.empty", "the series is empty",
          at: SourceLocation(file: source.file, line: 1, column: 1))
      }
      header = first
      rows = Array(all.dropFirst())
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

/// Walks through the bytes of a CSV file.
private struct CSVScanner {
  private let source: SourceText
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ source: SourceText) {
    self.source = source
    // A byte order mark is no part of the first name.
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  private mutating func step() {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 0
    }
    offset += 1
    while let next = byte, next & 0xC0 == 0x80 { offset += 1 }
    column += 1
  }

  /// The fields of the next row that is not blank; nil at the end.
  mutating func nextRow() throws(Diagnostic) -> [CSVTable.Field]? {
    while byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { step() }
    guard byte != nil else { return nil }
    var fields: [CSVTable.Field] = []
    while true {
      fields.append(try nextField())
      switch byte {
      case UInt8(ascii: ","): step()
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"), nil:
        if byte == UInt8(ascii: "\r") { step() }
        if byte == UInt8(ascii: "\n") { step() }
        return fields
      default:
        throw Diagnostic(
          "csv.after-quote", "a comma or the end of the line must follow the closing quote",
          hint: "a quote inside a field is written twice", at: here)
      }
    }
  }

  private var here: SourceLocation {
    SourceLocation(file: source.file, line: line, column: column)
  }

  private mutating func nextField() throws(Diagnostic) -> CSVTable.Field {
    let place = here
    guard byte == UInt8(ascii: "\"") else { return try plainField(at: place) }
    step()
    var text: [UInt8] = []
    while let next = byte {
      let start = offset
      step()
      if next == UInt8(ascii: "\"") {
        guard byte == UInt8(ascii: "\"") else {
          return CSVTable.Field(
            text: String(decoding: text, as: UTF8.self), location: place,
            length: line == place.line ? column - place.column : 1)
        }
        step()
        text.append(next)
      } else {
        text += source.bytes[start..<offset]
      }
    }
    throw Diagnostic("csv.open-quote", "this quote is never closed", at: place)
  }

  private mutating func plainField(at place: SourceLocation) throws(Diagnostic) -> CSVTable.Field {
    let start = offset
    while let next = byte, next != UInt8(ascii: ","), next != UInt8(ascii: "\n"),
      next != UInt8(ascii: "\r")
    {
      if next == UInt8(ascii: "\"") {
        throw Diagnostic(
          "csv.bare-quote", "a quote stands inside a field without quotes",
          hint: "put the whole field in quotes and write the quote twice", at: here)
      }
      step()
    }
    return CSVTable.Field(
      text: String(decoding: source.bytes[start..<offset], as: UTF8.self), location: place,
      length: column - place.column)
  }
}
