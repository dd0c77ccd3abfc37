import Coordination
import Formula
import Quantities

/// The words for spans of time in some languages: `months`, `mois`, `trimestre`, `أشهر`.
struct UnitWords {
  private var units: [String: PeriodUnit] = [:]

  /// - Parameter languages: English is always known.
  init(_ languages: [Language], words: [CareerWords]) {
    let counted: [(PeriodUnit, String)] = [
      (.day, "{1} days"), (.week, "{1} weeks"), (.month, "{1} months"),
      (.quarter, "{1} quarters"), (.year, "{1} years"),
    ]
    for (unit, template) in counted {
      var texts = [unit.rawValue, "\(unit.rawValue)s"]
      for language in languages {
        texts.append(language.say(Phrase(template: unit.rawValue)))
        texts += language.catalogue[template]?.texts ?? []
      }
      // Of those in several words, as "a month" and "par mois", the unit alone is known anyway.
      texts += words.flatMap { $0.units[unit] ?? [] }.filter { !$0.contains(" ") }
      for text in texts {
        // A word of several, such as the Arabic for a quarter, is known by its first one.
        let words = folded(text.split(separator: "{1}").joined(separator: " "))
        guard let first = words.split(separator: " ").first, first.count > 1 else { continue }
        if units[String(first)] == nil { units[String(first)] = unit }
      }
    }
  }

  /// The unit of a word, or of its beginning of at least two letters.
  func unit(_ word: String) -> PeriodUnit? {
    let key = folded(word)
    if let unit = units[key] { return unit }
    guard key.count >= 2 else { return nil }
    let found = Set(units.filter { $0.key.hasPrefix(key) || key.hasPrefix($0.key) }.map(\.value))
    return found.count == 1 ? found.first : nil
  }
}
