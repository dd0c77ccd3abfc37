import Coordination
import Quantities

/// The words of all languages that a table may hold, ready to be looked up.
public struct TableVocabulary: Sendable {
  let words: [CareerWords]
  private(set) var fields = WordIndex<CareerWords.Field>()
  private(set) var types = WordIndex<PeriodType>()
  private(set) var units = WordIndex<PeriodUnit>()
  private(set) var months = WordIndex<Int>()
  private(set) var currencies = WordIndex<Currency>()
  private(set) var countries = WordIndex<Country>()
  private var ongoing: Set<FoldedWord> = []

  public init(_ words: [CareerWords]) {
    self.words = words
    for language in words {
      fields.add(language.fields, of: language.code)
      types.add(language.types, of: language.code)
      units.add(language.units, of: language.code)
      var months: [Int: [String]] = [:]
      for (index, names) in language.months.enumerated() { months[index + 1] = names }
      self.months.add(months, of: language.code)
      currencies.add(language.currencies, of: language.code)
      countries.add(language.countries, of: language.code)
      ongoing.formUnion(language.ongoing.map { FoldedWord($0) })
    }
    // The names of ISO 3166 are English ones; a country of today goes before a former one.
    for isHistoric in [true, false] {
      var names: [Country: [String]] = [:]
      for country in Country.all where country.isHistoric == isHistoric {
        names[country] = [country.name]
      }
      countries.add(names, of: "en")
    }
  }

  /// Whether a word says that a period goes on.
  func isOngoing(_ word: FoldedWord) -> Bool { ongoing.contains(word) }

  /// A country by its code or by its name in any language.
  func country(_ text: String, preferring code: String?) -> WordIndex<Country>.Finding {
    if let country = Country(text) { return .one(country) }
    let found = countries.find(FoldedWord(text), preferring: code)
    if found == .none, let country = Country(named: text) { return .one(country) }
    return found
  }

  /// A currency by its code, or by a name or sign that only one currency has.
  func currency(_ text: String, preferring code: String?) -> Currency? {
    if let currency = Currency(text) { return currency }
    guard case .one(let currency) = currencies.find(FoldedWord(text), preferring: code) else {
      return nil
    }
    return currency
  }

  /// A type by its name in a case, its code of the form P5000, or a word of any language.
  func type(_ text: String, preferring code: String?) -> WordIndex<PeriodType>.Finding {
    if let type = PeriodType(text) { return .one(type) }
    return types.find(FoldedWord(text), preferring: code)
  }
}
