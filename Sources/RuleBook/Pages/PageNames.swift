import Formula
import Quantities

/// How pages write names, laws and figures.
enum PageNames {
  /// The name in the language asked for, and in its own beside it: `pension value (Rentenwert)`.
  static func name(_ names: [String: String], language: String) -> String {
    let first =
      names[language] ?? names["en"] ?? names.sorted { $0.key < $1.key }.first?.value ?? ""
    let own = names.filter { $0.key != language && $0.key != "en" }.sorted { $0.key < $1.key }
      .map(\.value).filter { $0 != first }
    return own.isEmpty ? first : "\(first) (\(own.joined(separator: "; ")))"
  }

  /// A number as the rule files write it: months of a table as `65y1m`.
  static func value(_ value: ExactDecimal, in unit: Unit, asAge: Bool = false) -> String {
    if asAge, unit.period == "month", let months = value.intValue, months >= 24 {
      return "\(months / 12)y\(months % 12)m"
    }
    return value.normalized.scale > 10 ? value.text(places: 10) : "\(value)"
  }

  static func unit(_ unit: Unit) -> String { unit == .one ? "" : unit.description }

  /// Parts that are not empty, joined.
  static func joined(_ parts: [String], by separator: String = ", ") -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  /// The text of a formula on one line.
  static func formula(_ fragment: SourceFragment) -> String {
    fragment.text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }

  static func rounding(_ rounding: Rounding) -> String {
    let mode = rounding.mode.rawValue.replacing("_", with: " ")
    return "rounded \(mode) to \(rounding.quantum) (\(rounding.law))"
  }

  /// A day, or the word for none.
  static func span(_ since: Day?, _ until: Day?) -> String {
    switch (since, until) {
    case (let since?, let until?): "\(since) to \(until)"
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): ""
    }
  }
}

extension String {
  /// The text with every `old` replaced.
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
