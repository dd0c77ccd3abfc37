import Quantities

/// What the note of a row says, as far as its figures hang on it.
struct NoteMarks: Sendable, Hashable {
  /// The cost was not disclosed to the sender.
  var deniesTransparency = false
  /// A parallel exchange market.
  var namesParallelMarket = false
  /// Another reference than the interbank rate.
  var adjustsReference = false
  /// The currency that is paid out, where the note says that all is paid out in it.
  var payout: Currency?

  static let none = NoteMarks()

  /// Reads a note in the wording of the World Bank's standard notes.
  init(_ note: String) {
    let text = note.lowercased()
    deniesTransparency =
      text.contains("not transparent") || text.contains("account required for detailed price")
      || text.contains("does not necessarily mean that there is no exchange rate cost")
      || text.contains("did not seem to be reliable")
    namesParallelMarket = text.contains("parallel") || text.contains("grey")
    adjustsReference =
      text.contains("reference to calculate the exchange rate margins")
      && (text.contains("adjusted") || text.contains("informal exchange rate"))
    payout = Self.payout(text)
  }

  private init() {}

  /// The currency after "pay(s) out (in)" or "payout in", and of "USD service".
  ///
  /// A note that leaves it open ("may be converted to the local currency or paid out in USD" with
  /// nothing before) and one that holds for "most" services only says nothing certain.
  private static func payout(_ text: String) -> Currency? {
    if text.contains("most rsps") { return nil }
    for phrase in ["pays out in ", "pay out in ", "payout in ", "pays out ", "pay out "] {
      guard let range = firstRange(of: phrase, in: text) else { continue }
      return currency(text[range...].prefix(3), followedBy: text[range...].dropFirst(3).first)
    }
    let trimmed = text.drop { $0 == " " }
    if trimmed.dropFirst(3).hasPrefix(" service"), trimmed.count <= 12 {
      return currency(trimmed.prefix(3), followedBy: " ")
    }
    return nil
  }

  /// Where the text after a phrase begins.
  private static func firstRange(of phrase: String, in text: String) -> String.Index? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(phrase) {
        return text.index(start, offsetBy: phrase.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  private static func currency(_ code: Substring, followedBy next: Character?) -> Currency? {
    if let next, next.isLetter || next.isNumber { return nil }
    return Currency(code.uppercased())
  }
}

extension NoteMarks {
  /// What two notes of one row say together.
  func joined(with other: NoteMarks) -> NoteMarks {
    var marks = self
    marks.deniesTransparency = deniesTransparency || other.deniesTransparency
    marks.namesParallelMarket = namesParallelMarket || other.namesParallelMarket
    marks.adjustsReference = adjustsReference || other.adjustsReference
    marks.payout = payout ?? other.payout
    return marks
  }
}
