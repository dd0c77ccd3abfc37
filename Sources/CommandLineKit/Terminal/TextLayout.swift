/// Breaking, filling and cutting of plain text by display width.
public enum TextLayout {
  /// Where the filling goes.
  public enum Alignment: Sendable {
    case left, right, center
  }

  /// The narrowest width that help and messages are laid out to.
  static let leastWidth = 20

  /// The text filled with spaces to a width; unchanged where it is wider.
  public static func pad(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let room = max(0, width - displayWidth(of: text))
    let before =
      switch alignment {
      case .left: 0
      case .right: room
      case .center: room / 2
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: room - before)
  }

  /// The text cut to a width, with `mark` in place of what was cut.
  public static func truncate(_ text: String, to width: Int, mark: String = "...") -> String {
    guard displayWidth(of: text) > width else { return text }
    let room = width - displayWidth(of: mark)
    return room < 0
      ? prefix(of: text, within: max(0, width)) : prefix(of: text, within: room) + mark
  }

  /// The text broken at spaces into lines no wider than `width` columns.
  ///
  /// Line breaks in the text stay, runs of spaces become one, a no-break space never breaks. A word
  /// wider than the line is broken within, which is also what happens to scripts without spaces.
  ///
  /// - Parameters:
  ///   - width: at least 2 columns are used, so that a wide character fits.
  ///   - indent: goes before the first line, and before the others too without `hanging`.
  public static func wrap(
    _ text: String, width: Int, indent: String = "", hanging: String? = nil
  ) -> [String] {
    let hanging = hanging ?? indent
    if let lines = wrapPlain(text, width: width, indent: indent, hanging: hanging) { return lines }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = lines.isEmpty ? indent : hanging
      var filled = displayWidth(of: line)
      var isEmpty = true
      func breakLine() {
        lines.append(line)
        line = hanging
        filled = displayWidth(of: line)
        isEmpty = true
      }
      for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        var rest = String(word)
        var restWidth = displayWidth(of: rest)
        if !isEmpty, filled + 1 + restWidth > width { breakLine() }
        while restWidth > max(2, width - filled) {
          let head = prefix(of: rest, within: max(2, width - filled))
          if head.isEmpty { break }
          line += head
          rest.removeFirst(head.count)
          restWidth = displayWidth(of: rest)
          breakLine()
        }
        if !isEmpty {
          line += " "
          filled += 1
        }
        line += rest
        filled += restWidth
        isEmpty = false
      }
      lines.append(isEmpty ? "" : line)
    }
    return lines
  }

  /// The text with control characters written out (`\u{1B}`), safe to show on a terminal.
  public static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A word from outside for a message: control characters written out, cut to 60 columns.
  static func brief(_ text: String) -> String { truncate(visible(text), to: 60) }

  /// The same in quotation marks.
  static func quoted(_ text: String) -> String { "\"\(brief(text))\"" }

  private static func prefix(of text: String, within width: Int) -> String {
    var head = ""
    var filled = 0
    for character in text {
      filled += displayWidth(of: character)
      if filled > width { break }
      head.append(character)
    }
    return head
  }
}
