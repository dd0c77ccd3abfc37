extension InputError {
  /// The fault as a person reads it: place, message, the line around it and a caret.
  ///
  /// Nothing of the input reaches the terminal as a control character.
  public func rendered(file: String, bytes: [UInt8]) -> String {
    let (line, column) = position(in: bytes)
    let place = min(max(0, offset), bytes.count)
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    // A long line is shown only around the place, and no character is cut in two.
    var from = max(start, place - 60)
    while from < place, from > start, bytes[from] & 0xC0 == 0x80 { from += 1 }
    var through = min(end, place + 40)
    while through < end, bytes[through] & 0xC0 == 0x80 { through += 1 }
    let lead = Self.printable(String(decoding: bytes[from..<place], as: UTF8.self))
    let rest = Self.printable(String(decoding: bytes[place..<through], as: UTF8.self))
    var text = "\(file):\(line):\(column): error: \(Self.printable(message)) [\(code)]"
    if !path.isEmpty { text += "\n  at \(Self.printable(Self.shown(path, atMost: 200)))" }
    text += "\n  | \(from > start ? "…" : "")\(lead)\(rest)\(through < end ? "…" : "")"
    text += "\n  | \(from > start ? " " : "")\(String(repeating: " ", count: lead.count))^"
    if let hint { text += "\n  hint: \(Self.printable(hint))" }
    return text
  }

  /// The fault in one or two lines, where the input itself is not at hand.
  public func summary(of file: String) -> String {
    "\(file): error: \(Self.printable(message)) [\(code)]"
      + (hint.map { "\n  hint: \(Self.printable($0))" } ?? "")
  }

  /// A word of the input as a message quotes it: not without end.
  static func shown(_ word: String, atMost limit: Int = 60) -> String {
    word.unicodeScalars.count <= limit
      ? word : String(String.UnicodeScalarView(word.unicodeScalars.prefix(limit))) + "…"
  }

  /// The text with a dot for each control or direction-changing character, a space for a tab.
  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        scalars.append(scalar == "\t" ? " " : "·")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
