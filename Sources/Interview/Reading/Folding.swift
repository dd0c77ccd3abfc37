/// A text as it may have been meant: small letters without accents, digits of ASCII, and one space
/// between words, whatever stood there.
func folded(_ text: String) -> String {
  var result = ""
  var isAfterSpace = true
  for scalar in text.lowercased().unicodeScalars {
    let plain = Folding.plain(scalar)
    if plain == " " {
      if !isAfterSpace { result += " " }
      isAfterSpace = true
    } else if !plain.isEmpty {
      result += plain
      isAfterSpace = false
    }
  }
  if result.hasSuffix(" ") { result.removeLast() }
  return result
}

/// A text in small letters with digits of ASCII, its punctuation kept.
func simplified(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    if let digit = Folding.digit(scalar) {
      result += digit
    } else if scalar.properties.generalCategory == .format {
      continue
    } else if scalar.properties.isWhitespace {
      result += " "
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// What single characters are taken for.
enum Folding {
  /// A letter without its accent, a digit, a space for punctuation; empty for marks.
  static func plain(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : " "
    }
    if let digit = digit(scalar) { return digit }
    if let letter = letters[scalar] { return letter }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .modifierLetter: return ""
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .spacingMark:
      return String(scalar)
    default: return " "
    }
  }

  /// A decimal digit of any script as one of ASCII.
  static func digit(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue
    else { return nil }
    return String(Int(value))
  }

  /// Letters with what they are written as without accents.
  private static let letters: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏőơ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųư"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
      // Arabic letters that people write one for the other; the stretch mark says nothing.
      ("ا", "أإآٱ"), ("ي", "ى"), ("ه", "ة"), ("و", "ؤ"), ("", "ـªº"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, accented) in rows {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
