import Quantities

/// The form of a noun that a number asks for, by the names of Unicode's plural rules.
public enum PluralForm: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// The form for a number in a language (CLDR's cardinal rules).
  ///
  /// - Parameter language: a code; a language that is not known here tells one from many.
  public init(_ number: ExactDecimal, in language: String) {
    guard let count = Int(number.normalized.description), count >= 0 else {
      self = .other
      return
    }
    switch language {
    case "ar": self = Self.arabic(count)
    case "fr", "pt": self = count < 2 ? .one : .other
    case "ja", "ko", "zh", "vi", "th", "id": self = .other
    default: self = count == 1 ? .one : .other
    }
  }

  /// Whether only one number takes the form, so that the text may leave the number out, as Arabic
  /// does in `two months`. French and Portuguese say zero in the singular too.
  public func standsForOneNumber(in language: String) -> Bool {
    switch self {
    case .zero, .two: true
    case .one: language != "fr" && language != "pt"
    case .few, .many, .other: false
    }
  }

  private static func arabic(_ count: Int) -> PluralForm {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
