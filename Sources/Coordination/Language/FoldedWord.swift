/// A word as it is compared: without case, accents and punctuation, with single spaces.
public struct FoldedWord: Sendable, Hashable {
  public let text: String

  public init(_ word: some StringProtocol) {
    var text = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in String(word).lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .modifierLetter: continue
      case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .currencySymbol:
        if needsSpace, !text.isEmpty { text.append(" ") }
        needsSpace = false
        text.append(contentsOf: Self.plain(scalar))
      default: needsSpace = true
      }
    }
    self.text = String(text)
  }

  public var isEmpty: Bool { text.isEmpty }

  /// A letter without its accent; the letters that Arabic writes in several ways as one.
  private static func plain(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0..<0x80: String.UnicodeScalarView([scalar])
    case 0xDF: "ss".unicodeScalars
    case 0xE6: "ae".unicodeScalars
    case 0x131: "i".unicodeScalars
    case 0x153: "oe".unicodeScalars
    case 0xC0...0x24F, 0x1E00...0x1EFF: base(of: scalar)
    case 0x622, 0x623, 0x625, 0x671: "\u{627}".unicodeScalars
    case 0x629: "\u{647}".unicodeScalars
    case 0x649: "\u{64A}".unicodeScalars
    case 0x640: String.UnicodeScalarView()
    case 0x660...0x669, 0x6F0...0x6F9:
      String(scalar.properties.numericValue.map { Int($0) } ?? 0).unicodeScalars
    default: String.UnicodeScalarView([scalar])
    }
  }

  /// "LATIN SMALL LETTER L WITH STROKE" is an l.
  private static func base(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].count == 1 else {
      return String.UnicodeScalarView([scalar])
    }
    return words[3].lowercased().unicodeScalars
  }
}
