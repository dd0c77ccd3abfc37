/// The columns a text fills in a terminal.
///
/// One user-perceived character (grapheme cluster) is as wide as its widest scalar: 2 for East
/// Asian wide and fullwidth scalars (Unicode Standard Annex 11) and for emoji shown as pictures,
/// 0 for combining marks, controls and format characters, otherwise 1. Scalars of ambiguous width
/// count 1. Escape sequences made by ``Style`` count 0. Terminals disagree on joined emoji and some
/// Indic clusters; there the answer may be one or two columns off.
///
/// Complexity: O(*n*).
public func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
  var width = 0
  var isInEscape = false
  var previous: Character?
  for character in text {
    if isInEscape {
      // The bracket that opens the sequence is no final byte.
      let isOpening = character == "[" && previous == "\u{1B}"
      if !isOpening, ("@"..."~").contains(character) { isInEscape = false }
    } else if character == "\u{1B}" {
      isInEscape = true
    } else {
      width += displayWidth(of: character)
    }
    previous = character
  }
  return width
}

/// The columns one character fills: 0, 1 or 2.
func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard scalars.count > 1 else { return scalars.first.map(displayWidth) ?? 0 }
  // U+FE0F asks for a picture where the scalar alone would be text, as in a keycap or a heart.
  if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji ?? false { return 2 }
  return scalars.reduce(0) { max($0, displayWidth(of: $1)) }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x7F { return value < 0x20 ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
  case .format: return value == 0xAD ? 1 : 0
  default: break
  }
  // Vowels and final consonants of conjoining Hangul add nothing to the first consonant's two.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(value) } ? 2 : 1
}

/// Scalars of East Asian width W or F by block, but for the pictures `isEmojiPresentation` knows.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
  0x3041...0x4DBF, 0x4DC0...0x4DFF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265,
  0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
