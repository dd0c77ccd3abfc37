/// A table as it was written: its rows of cells, each row with its number as a spreadsheet shows it.
struct TableText: Hashable {
  struct Row: Hashable {
    /// From 1, blank rows counted.
    let number: Int
    var cells: [String]

    /// The text of a column without white space around it; empty where the row ends before it.
    subscript(column: Int) -> String {
      cells.indices.contains(column) ? cells[column] : ""
    }
  }

  let separator: UInt8
  /// The rows that are not blank.
  private(set) var rows: [Row] = []

  /// Reads comma-separated values (RFC 4180) with commas, semicolons or tabs between them.
  ///
  /// - Throws: the first fault of the text as a whole; a text with one is not read further.
  /// - Complexity: O(size of the text).
  init(_ bytes: [UInt8]) throws(ImportFault) {
    let text = try Self.checked(bytes)
    var start = text.startIndex
    if let named = Self.namedSeparator(text) {
      (separator, start) = named
    } else {
      separator = Self.likeliestSeparator(text)
    }
    try scan(text[start...], firstRow: start == text.startIndex ? 1 : 2)
  }

  /// The table without its first rows.
  func dropping(_ count: Int) -> TableText {
    var rest = self
    rest.rows.removeFirst(count)
    return rest
  }

  // MARK: Its bytes

  /// The bytes after a byte order mark, where they are UTF-8 text.
  private static func checked(_ bytes: [UInt8]) throws(ImportFault) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ImportFault(
        "table.encoding", at: .whole, "the text is UTF-16; UTF-8 is read",
        hint: "in the spreadsheet save it as \"CSV UTF-8\"")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw ImportFault(
        "table.spreadsheet", at: .whole, "this is a spreadsheet file, not a text",
        hint: "in the spreadsheet save it as \"CSV UTF-8\"")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let place = firstForeignByte(body) {
      let row = 1 + body[..<place].count { $0 == UInt8(ascii: "\n") }
      throw ImportFault(
        "table.encoding", at: .cell(row: row, column: nil, name: nil),
        "these bytes are not UTF-8; it seems to be Latin-1 or Windows-1252",
        hint: "in the spreadsheet save it as \"CSV UTF-8\"")
    }
    if let place = body.firstIndex(of: 0) {
      let row = 1 + body[..<place].count { $0 == UInt8(ascii: "\n") }
      throw ImportFault(
        "table.not-text", at: .cell(row: row, column: nil, name: nil),
        "a zero byte stands in the text; it is no table")
    }
    return body
  }

  /// The first byte that no UTF-8 text can hold there.
  private static func firstForeignByte(_ bytes: ArraySlice<UInt8>) -> Int? {
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
      switch decoder.parseScalar(from: &rest) {
      case .valid(let scalar): index += scalar.count
      case .emptyInput: return nil
      case .error: return index
      }
    }
  }

  // MARK: What stands between the cells

  private static let separators: [UInt8] = [0x2C, 0x3B, 0x09]

  /// The separator that a first line `sep=;` names, and where the next line begins.
  private static func namedSeparator(_ text: ArraySlice<UInt8>) -> (UInt8, Int)? {
    let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    let line = text[..<end].filter { $0 != UInt8(ascii: "\r") }
    guard line.count == 5, line.starts(with: Array("sep=".utf8)), let named = line.last,
      separators.contains(named)
    else { return nil }
    return (named, min(end + 1, text.endIndex))
  }

  /// The separator that stands most often outside quotes in the first line that is not blank.
  private static func likeliestSeparator(_ text: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isBlank = true
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted {
        if byte == UInt8(ascii: "\n") {
          if isBlank { continue }
          break
        }
        if separators.contains(byte) { counts[byte, default: 0] += 1 }
      }
      if byte > 0x20 { isBlank = false }
    }
    return separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  // MARK: Cells

  private mutating func scan(_ text: ArraySlice<UInt8>, firstRow: Int) throws(ImportFault) {
    var number = firstRow
    var cells: [String] = []
    var cell: [UInt8] = []
    var quote: QuoteState = .none
    func finishCell() {
      cells.append(String(Self.trimmed(String(decoding: cell, as: UTF8.self))))
      cell.removeAll(keepingCapacity: true)
      quote = .none
    }
    func finishRow(_ table: inout TableText) throws(ImportFault) {
      finishCell()
      if cells.contains(where: { !$0.isEmpty }) {
        guard cells.count <= ImportLimits.columns, table.rows.count < ImportLimits.rows else {
          throw ImportFault(
            "table.too-large", at: .cell(row: number, column: nil, name: nil),
            "the table has more than \(ImportLimits.rows) rows or \(ImportLimits.columns) columns",
            hint: "give the periods or the earnings of one person")
        }
        table.rows.append(Row(number: number, cells: cells))
      }
      cells.removeAll(keepingCapacity: true)
      number += 1
    }
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch (byte, quote) {
      case (UInt8(ascii: "\""), .none) where cell.allSatisfy({ $0 == 0x20 }):
        cell.removeAll()
        quote = .open
      case (UInt8(ascii: "\""), .open):
        if index < text.endIndex, text[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          quote = .closed
        }
      case (_, .open): cell.append(byte)
      case (separator, _): finishCell()
      case (UInt8(ascii: "\n"), _): try finishRow(&self)
      case (UInt8(ascii: "\r"), _):
        if index == text.endIndex || text[index] != UInt8(ascii: "\n") { try finishRow(&self) }
      case (0x20, .closed), (0x09, .closed): continue
      case (_, .closed):
        throw ImportFault(
          "table.after-quote", at: .cell(row: number, column: cells.count + 1, name: nil),
          "something follows the quote that closes the cell",
          hint: "a quote inside a cell is written twice")
      default: cell.append(byte)
      }
    }
    guard quote != .open else {
      throw ImportFault(
        "table.open-quote", at: .cell(row: number, column: cells.count + 1, name: nil),
        "the quote that opens this cell is never closed")
    }
    if !cells.isEmpty || !cell.isEmpty { try finishRow(&self) }
  }

  private enum QuoteState { case none, open, closed }

  /// Without white space of any kind around it.
  private static func trimmed(_ text: String) -> Substring {
    var rest = Substring(text)
    while let first = rest.unicodeScalars.first, Self.isBlank(first) {
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    while let last = rest.unicodeScalars.last, Self.isBlank(last) {
      rest = Substring(rest.unicodeScalars.dropLast())
    }
    return rest
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }
}
