/// Collects roff lines; every text that comes in is escaped.
struct RoffWriter {
  private var lines: [String] = []
  private var followsHeading = false

  var output: String { lines.joined(separator: "\n") + "\n" }

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    lines.append(([".\(name)"] + arguments.map { "\"\(Self.escape($0))\"" }).joined(separator: " "))
    followsHeading = ["TH", "SH", "SS"].contains(name)
  }

  mutating func section(_ title: String) { macro("SH", [title]) }
  mutating func subsection(_ title: String) { macro("SS", [title]) }

  mutating func paragraphs(_ paragraphs: [String]) {
    for paragraph in paragraphs { text(paragraph, isNewParagraph: true) }
  }

  mutating func text(_ text: String, isNewParagraph: Bool = false) {
    // A paragraph macro straight after a heading would be idle, and groff warns of it.
    if isNewParagraph, !followsHeading { macro("PP") }
    followsHeading = false
    for line in text.split(separator: "\n") {
      lines.append(Self.guarded(Self.escape(String(line))))
    }
  }

  /// A tagged paragraph: the tag in bold, the value's name in italics.
  mutating func item(_ tag: String, _ text: String, value: String? = nil) {
    macro("TP")
    let slot = value.map { " \\fI\(Self.escape($0))\\fR" } ?? ""
    lines.append("\\fB\(Self.escape(tag))\\fR\(slot)")
    self.text(text)
  }

  mutating func synopsis(_ path: CommandPath) {
    followsHeading = false
    let rest = path.usageParts.map { " " + Self.escape($0) }.joined()
    lines.append("\\fB\(Self.escape(path.title))\\fR\(rest)")
  }

  /// Lines kept as they are.
  mutating func literal(_ text: [String]) {
    if !followsHeading { macro("PP") }
    macro("EX")
    for line in text { lines.append(Self.guarded(Self.escape(line))) }
    macro("EE")
  }

  /// Keeps a line that begins with a control character from being a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
  }

  /// ASCII that roff prints as it is; everything else by its Unicode number.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\t", "\n", "\r": escaped += " "
      case _ where scalar.isASCII:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
    return escaped
  }
}
