/// Text of an HTML page, in which everything that is not markup is escaped.
struct HTMLText {
  private(set) var text = ""

  /// Appends markup as it is.
  mutating func raw(_ markup: String) { text += markup }

  /// Appends an element on a line of its own, its content escaped.
  ///
  /// - Parameter attributes: as they stand in the tag, their values already escaped.
  mutating func element(_ name: String, _ attributes: String, _ content: String) {
    let space = attributes.isEmpty ? "" : " "
    text += "<\(name)\(space)\(attributes)>\(Self.content(content))</\(name)>\n"
  }

  /// Appends an element without attributes on a line of its own, its content escaped.
  mutating func element(_ name: String, _ content: String) { element(name, "", content) }

  /// The content of an element: escaped, and the outermost of Unicode's isolates as elements;
  /// those inside stay characters, for an element inside another of its kind is no valid HTML.
  static func content(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in escaped(text).unicodeScalars {
      switch character {
      case "\u{2066}", "\u{2068}":
        let tag = character == "\u{2066}" ? "<bdi dir=\"ltr\">" : "<bdi>"
        if depth == 0 { result += tag } else { result.unicodeScalars.append(character) }
        depth += 1
      case "\u{2069}":
        depth = max(0, depth - 1)
        if depth == 0 { result += "</bdi>" } else { result.unicodeScalars.append(character) }
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// The text with the characters that HTML gives a meaning replaced, in content and attributes.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
