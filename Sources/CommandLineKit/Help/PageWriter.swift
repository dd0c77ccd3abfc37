/// Collects the lines of a help text and keeps them within the width.
struct PageWriter {
  let width: Int
  let style: Style
  private var lines: [String] = []

  init(width: Int, style: Style) {
    self.width = max(width, TextLayout.leastWidth)
    self.style = style
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// An empty line, never two in a row and none at the top.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  mutating func title(_ text: String) {
    lines += TextLayout.wrap(text, width: width).map(style.bold)
  }

  mutating func heading(_ text: String) {
    gap()
    title(text)
  }

  mutating func line(_ text: String) { paragraph(text) }

  mutating func paragraph(_ text: String, indent: String = "") {
    lines += TextLayout.wrap(text, width: width, indent: indent)
  }

  /// A line kept as it is where it fits, otherwise wrapped below its own indentation.
  mutating func verbatim(_ text: String) {
    guard displayWidth(of: text) > width else { return lines.append(text) }
    let indent = String(text.prefix { $0 == " " }.prefix(width / 2))
    lines += TextLayout.wrap(text, width: width, indent: indent)
  }

  /// The usage line; a piece such as `--months N` is only broken where it fills a line alone.
  mutating func usage(_ name: String, _ parts: [String]) {
    let pieces = parts.map { $0.map { $0 == " " ? "\u{A0}" : String($0) }.joined() }
    let text = ([name] + pieces).joined(separator: " ")
    lines += TextLayout.wrap(text, width: width, indent: "  ", hanging: "      ").map { line in
      line.map { $0 == "\u{A0}" ? " " : String($0) }.joined()
    }
  }

  /// Labels on the left, explanations beside them, or below where the label is too long.
  mutating func table(_ title: String, _ rows: [(label: String, text: String)]) {
    guard !rows.isEmpty else { return }
    heading(title)
    let widest = rows.map { displayWidth(of: $0.label) }.max() ?? 0
    // Two columns need a third of the width for each explanation at the very least.
    let column = min(widest + 4, max(12, min(34, width * 2 / 5)))
    let hanging = String(repeating: " ", count: column)
    for (label, text) in rows {
      let body = TextLayout.wrap(text, width: width, indent: hanging)
      if displayWidth(of: label) + 4 <= column, let first = body.first {
        let filler = column - 2 - displayWidth(of: label)
        lines.append(
          "  " + style.bold(label) + String(repeating: " ", count: filler)
            + first.dropFirst(column))
        lines += body.dropFirst()
      } else {
        lines += TextLayout.wrap(label, width: width, indent: "  ", hanging: "      ")
          .map(style.bold)
        lines += body
      }
    }
  }

  /// Command lines, broken with a backslash so that they can still be copied.
  mutating func examples(_ examples: [Example]) {
    guard !examples.isEmpty else { return }
    heading("Examples")
    for example in examples {
      let wrapped = TextLayout.wrap(example.line, width: width - 2, indent: "  ", hanging: "    ")
      for (index, line) in wrapped.enumerated() {
        lines.append(style.cyan(line) + (index + 1 < wrapped.count ? " \\" : ""))
      }
      paragraph(example.explanation, indent: "      ")
    }
  }

  mutating func notes(_ notes: [String]) {
    guard !notes.isEmpty else { return }
    heading("Notes")
    for note in notes { paragraph(note, indent: "  ") }
  }
}
