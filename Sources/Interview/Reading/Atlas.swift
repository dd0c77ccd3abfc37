import Coordination
import Formula
import Quantities

/// Countries by their codes, by their names in every language of the rule book, and by the names of
/// their schemes.
public struct Atlas: Sendable {
  /// What a text may mean.
  enum Match: Equatable {
    case country(Country)
    case scheme(Country, id: String)
    /// Not one of them for sure: the likeliest first.
    case perhaps([Country])
  }

  private struct Entry: Sendable {
    let name: String
    let country: Country
  }

  private let entries: [Entry]
  private let byName: [String: Country]
  /// All schemes, asked for only where no country has such a name.
  private let schemes: @Sendable () throws -> [Scheme]

  /// - Parameters:
  ///   - languages: those whose names of countries are known, English not among them.
  ///   - words: further names that people write.
  public init(
    _ languages: [Language], words: [CareerWords],
    schemes: @escaping @Sendable () throws -> [Scheme]
  ) {
    var entries: [Entry] = []
    var byName: [String: Country] = [:]
    // Countries of today come first: a name that an earlier one also bore is theirs.
    let countries = Country.all.sorted { !$0.isHistoric && $1.isHistoric }
    for country in countries {
      let name = Phrase(template: country.name)
      let further = words.flatMap { $0.countries[country] ?? [] }
      for text in [country.name] + languages.map({ $0.say(name) }) + further {
        let key = folded(text)
        if byName[key] == nil { byName[key] = country }
        entries.append(Entry(name: key, country: country))
      }
    }
    self.entries = entries
    self.byName = byName
    self.schemes = schemes
  }

  /// What a name, a code or the id of a scheme means.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  func match(_ text: String) throws -> Match {
    let trimmed = text.trimmed
    let key = folded(trimmed)
    if let country = Country(trimmed) ?? byName[key] ?? Country(named: trimmed) {
      return .country(country)
    }
    if let article = ["the ", "la ", "le ", "les ", "l ", "el ", "los ", "as ", "os ", "o ", "a "]
      .first(where: key.hasPrefix), let country = byName[String(key.dropFirst(article.count))]
    {
      return .country(country)
    }
    let near = candidates(for: key)
    if near.isEmpty, key.count >= 3, let scheme = try scheme(named: key) {
      return .scheme(scheme.country, id: scheme.id)
    }
    return .perhaps(near)
  }

  /// A scheme by its id or by one of its names in any language.
  private func scheme(named key: String) throws -> Scheme? {
    let all = try schemes()
    return all.first { folded($0.id) == key }
      ?? all.first { $0.name.values.contains { folded($0) == key } }
      ?? all.first { key.count >= 6 && $0.name.values.contains { folded($0).contains(key) } }
  }

  /// The countries whose names begin with a text, hold it as a word or are near it.
  private func candidates(for key: String) -> [Country] {
    guard key.count >= 3, key.utf8.count <= 60 else { return [] }
    let typed = Array(key.utf8)
    var costs: [Country: Int] = [:]
    for entry in entries {
      guard let cost = cost(of: entry.name, for: key, typed) else { continue }
      costs[entry.country] = min(
        costs[entry.country] ?? .max, cost + (entry.country.isHistoric ? 5 : 0))
    }
    return costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(5).map(\.key)
  }

  private func cost(of name: String, for key: String, _ typed: [UInt8]) -> Int? {
    if name.hasPrefix(key) { return 1 }
    if name.contains(" \(key)") { return 2 }
    let letters = Array(name.utf8)
    let limit = max(1, key.count / 3)
    guard abs(letters.count - typed.count) <= 2 * limit else { return nil }
    let distance = editDistance(typed, letters)
    // A letter of Arabic is two bytes.
    return distance <= (key.allSatisfy(\.isASCII) ? limit : 2 * limit) ? 2 + distance : nil
  }
}
