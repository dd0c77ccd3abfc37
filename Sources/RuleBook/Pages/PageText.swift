/// Builds a page of plain text: headings, paragraphs and labelled lines, broken to a width.
struct PageText {
  /// The most columns a line may take; a longer word stands alone.
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) { self.width = max(40, width) }

  /// The page, each line ended.
  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A heading in capitals after a blank line.
  mutating func heading(_ text: String) {
    blank()
    lines.append(text.uppercased())
  }

  /// A paragraph; lines after the first are indented by `hanging` more.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    var line = String(repeating: " ", count: indent)
    var columns = indent
    var isFresh = true
    for word in Self.words(of: text) {
      let size = Self.columns(of: word)
      if !isFresh, columns + 1 + size > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + hanging)
        columns = indent + hanging
        isFresh = true
      }
      if !isFresh {
        line += " "
        columns += 1
      }
      line += word
      columns += size
      isFresh = false
    }
    if !isFresh { lines.append(line) }
  }

  /// The words of a text; a section sign stays with its number.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = words.last, last.hasSuffix("§") {
        words[words.count - 1] = "\(last) \(word)"
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// A label and what it says, in two columns.
  mutating func labelled(_ label: String, _ text: String, indent: Int = 2, column: Int = 18) {
    guard !text.isEmpty else { return }
    let start = indent + column
    var body = PageText(width: max(20, width - start))
    body.paragraph(text)
    for (index, line) in body.lines.enumerated() {
      let lead = index == 0 ? String(repeating: " ", count: indent) + label : ""
      // A label wider than its column pushes the first line, no more.
      let gap = max(index == 0 ? 2 : 0, start - Self.columns(of: lead))
      lines.append(lead + String(repeating: " ", count: gap) + line)
    }
  }

  /// Cells in columns as wide as their widest cell; the last is cut at the width.
  mutating func table(_ rows: [[String]], indent: Int = 0) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? Self.columns(of: $0[column]) : nil }.max()
        ?? 0
    }
    for row in rows {
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        if column == row.count - 1 {
          line += Self.cut(cell, to: max(12, width - Self.columns(of: line)))
        } else {
          line += cell + String(repeating: " ", count: widths[column] - Self.columns(of: cell) + 2)
        }
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
  }

  private static func cut(_ text: String, to columns: Int) -> String {
    guard Self.columns(of: text) > columns else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += Self.columns(of: String(character))
      if used > columns { break }
      result.append(character)
    }
    return result + "…"
  }

  /// How many columns a terminal gives a text: two for the wide characters of East Asia.
  static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { sum, character in
      let scalar = character.unicodeScalars.first?.value ?? 0
      let isWide =
        (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
        || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
        || (0xFF00...0xFF60).contains(scalar)
      return sum + (isWide ? 2 : 1)
    }
  }
}
