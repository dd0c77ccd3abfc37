import Coordination
import Quantities

/// Currencies by their codes, signs, and the names people call them.
struct CurrencyWords {
  private var named: [String: Set<Currency>] = [:]

  init(_ words: [CareerWords]) {
    for known in words {
      for (currency, names) in known.currencies {
        for name in names { named[Self.key(name), default: []].insert(currency) }
      }
    }
    // Names of a language that several countries share mean the one that is expected.
    let short = [
      "$": ["USD", "CAD", "AUD"], "us$": ["USD"], "dollar": ["USD", "CAD", "AUD"], "£": ["GBP"],
      "pound": ["GBP"], "dm": ["DEM"], "mark": ["DEM"], "₩": ["KRW"], "¥": ["JPY"],
      "franc": ["FRF", "CHF", "BEF", "LUF"], "€": ["EUR"],
    ]
    for (name, codes) in short {
      for currency in codes.compactMap({ Currency($0) }) {
        named[Self.key(name), default: []].insert(currency)
        named[Self.key("\(name)s"), default: []].insert(currency)
      }
    }
  }

  /// Signs are no letters and would be lost by folding: `A$` is not the word "a".
  private static func key(_ text: String) -> String {
    let hasSign = text.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
    return hasSign ? simplified(text) : folded(text)
  }

  /// The currency that words name, which may be several, with the words that do not belong to it;
  /// of a name that several share the expected one is meant.
  func read(
    _ words: [String], expected: [Currency]
  ) -> (currency: Currency, rest: [String])? {
    for count in stride(from: words.count, through: 1, by: -1) {
      for start in 0...(words.count - count) {
        let name = words[start..<start + count].joined(separator: " ")
        guard let currency = currency(name, expected: expected) else { continue }
        return (currency, Array(words[..<start] + words[(start + count)...]))
      }
    }
    return nil
  }

  private func currency(_ name: String, expected: [Currency]) -> Currency? {
    if name.utf8.count == 3, let currency = Currency(name) { return currency }
    guard let meant = named[Self.key(name)] else { return nil }
    return expected.first(where: meant.contains) ?? meant.min()
  }
}
