/// Says what is wrong with a value, as the end of a sentence after it (`is not in the list`);
/// nil when nothing is.
public typealias ValueCheck = @Sendable (String) -> String?

/// What a value is; decides what completion offers and how an error is worded.
///
/// Only the written form is checked here. What needs knowledge of other modules (does this country
/// exist?) is left to the ``ValueCheck`` of the option or argument.
public enum ValueKind: Sendable, Equatable {
  /// Anything.
  case text
  /// A path, or `-` for standard input or output.
  case file
  /// The path of a directory.
  case directory
  /// One of these words, written exactly so.
  case choice([String])
  /// A whole number within the range.
  case integer(ClosedRange<Int>)
  /// A decimal number with a point and without thousands separators, `-1234.56`.
  case decimalText
  /// A day, `YYYY-MM-DD`, in the Gregorian calendar.
  case date
  /// Two letters, after ISO 3166-1.
  case country
  /// Three letters, after ISO 4217.
  case currency

  /// The words that are accepted, where they can be listed.
  var choices: [String] {
    if case .choice(let words) = self { words } else { [] }
  }

  /// What is wrong with the written form, as a sentence with the value in it.
  func fault(in text: String) -> String? {
    let isFine =
      switch self {
      case .text: true
      case .file, .directory: !text.isEmpty
      case .choice(let words): words.contains(text)
      case .integer(let range): Int(text).map(range.contains) ?? false
      case .decimalText: Self.isDecimal(text)
      case .date: Self.isDay(text)
      case .country: Self.isLetters(text, count: 2)
      case .currency: Self.isLetters(text, count: 3)
      }
    return isFine ? nil : "\(TextLayout.quoted(text)) \(refusal)"
  }

  private var refusal: String {
    switch self {
    case .text: "is refused"
    case .file: "is not a file name"
    case .directory: "is not a directory name"
    case .choice(let words): "is none of \(words.joined(separator: ", "))"
    case .integer(let range): "is not a whole number \(Self.bounds(of: range))"
    case .decimalText: "is not a number; write it with a point and no separators, as 1234.56"
    case .date: "is not a day; write YYYY-MM-DD, as 2026-12-01"
    case .country: "is not a country code; write two letters, as MX"
    case .currency: "is not a currency code; write three letters, as MXN"
    }
  }

  private static func bounds(of range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  private static func isLetters(_ text: String, count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isDecimal(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy(isDigits)
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy(isDigits),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths.indices.contains(month - 1) && (1...lengths[month - 1]).contains(day)
  }
}
