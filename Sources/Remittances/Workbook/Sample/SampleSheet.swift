/// One sheet of a sample workbook, made row by row.
struct SampleSheet: Sendable {
  let columns: [PriceColumn]
  let rows: Int
  /// The number of the first row among all rows of the workbook.
  let first: Int
  let strings: SampleStrings
  let prologue: String
  let isOld: Bool

  /// The sheet's XML in pieces of some hundred rows.
  func pieces() -> () -> [UInt8]? {
    var next = -1
    var isDone = false
    let letters = columns.indices.map(Self.letters)
    return {
      if isDone { return nil }
      var out: [UInt8] = []
      out.reserveCapacity(1 << 19)
      if next < 0 {
        out.append(SampleWorkbook.sheetHead + prologue + SampleWorkbook.sheetOpen)
        header(letters, &out)
        next = 0
      }
      let end = min(next + 256, rows)
      while next < end {
        row(next, letters, &out)
        next += 1
      }
      if next == rows {
        out.append(SampleWorkbook.sheetClose)
        isDone = true
      }
      return out
    }
  }

  private func header(_ letters: [[UInt8]], _ out: inout [UInt8]) {
    out.append("<row r=\"1\">")
    for (index, column) in columns.enumerated() {
      shared(column.header(old: isOld), letters[index], 1, &out)
    }
    out.append("</row>")
  }

  private func row(_ number: Int, _ letters: [[UInt8]], _ out: inout [UInt8]) {
    let row = SampleRow(first + number, isOld: isOld, of: rows, number: number)
    let line = number + 2
    out.append("<row r=\"\(line)\" spans=\"1:42\">")
    for (index, column) in columns.enumerated() {
      switch row.cell(column) {
      case .none: continue
      case .text(let text): shared(text, letters[index], line, &out)
      case .number(let text):
        open(letters[index], line, " s=\"1\"><v>", &out)
        out.append(text)
        out.append("</v></c>")
      case .inline(let text):
        open(letters[index], line, " t=\"inlineStr\"><is><t>", &out)
        out.append(SampleStrings.escaped(text))
        out.append("</t></is></c>")
      }
    }
    out.append("</row>")
  }

  private func shared(_ text: String, _ letters: [UInt8], _ line: Int, _ out: inout [UInt8]) {
    if let index = strings.index(text) {
      open(letters, line, " s=\"1\" t=\"s\"><v>", &out)
      out.append("\(index)")
      out.append("</v></c>")
    } else {
      open(letters, line, " t=\"inlineStr\"><is><t>", &out)
      out.append(SampleStrings.escaped(text))
      out.append("</t></is></c>")
    }
  }

  private func open(_ letters: [UInt8], _ line: Int, _ rest: String, _ out: inout [UInt8]) {
    out.append("<c r=\"")
    out.append(contentsOf: letters)
    out.append("\(line)\"")
    out.append(rest)
  }

  private static func letters(_ index: Int) -> [UInt8] {
    index < 26
      ? [UInt8(65 + index)] : [UInt8(64 + index / 26), UInt8(65 + index % 26)]
  }
}

extension [UInt8] {
  /// Appends a text as UTF-8.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
