import Coordination
import Formula
import Quantities

/// Reads `imports/<code>.yaml`: the words of one language for the columns and fields of a table.
///
/// A language is added by its file alone. Names of countries that a language of the book already
/// has are taken from `languages/<code>/countries.yaml`; the file adds others.
struct CareerWordsLoader {
  static let folder = "imports"

  let findings = Findings()
  private(set) var words: CareerWords

  /// The codes of all languages the book holds words of.
  static func codes(in files: BookFiles) -> [String] {
    files.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }

  init(_ code: String, from files: BookFiles) {
    words = CareerWords(code: code)
    guard let source = files.read("\(Self.folder)/\(code).yaml"),
      let node = YAMLReader.read(source, findings),
      let reader = MappingReader(node, findings, what: "the words of a language")
    else { return }
    let named = reader.requiredText("language")
    if let named, named != code {
      findings.report("language.code", "this is '\(named)' in the file of '\(code)'", at: node)
    }
    _ = reader.requiredText("name")
    words.fields = lists("columns", reader) { CareerWords.Field(rawValue: $0) }
    words.types = lists("types", reader) { name in
      PeriodType.allCases.first { $0.name == name }
    }
    words.units = lists("units", reader) { PeriodUnit(rawValue: $0) }
    words.currencies = lists("currencies", reader) { Currency($0) }
    words.countries = lists("countries", reader) { $0.utf8.count == 2 ? Country($0) : nil }
    words.ongoing = reader.texts("ongoing")
    words.months = (reader.required("months")?.items ?? []).map { month in
      month.items?.compactMap { reader.text(of: $0) } ?? [reader.text(of: month)].compactMap { $0 }
    }
    if words.months.count != 12 {
      findings.report("language.months", "a language names twelve months", at: node)
    }
    reader.finish()
    addCountries(of: code, from: files)
  }

  /// The lists of words under the keys of a mapping; a word that stands for two of them is a fault.
  private func lists<Key: Hashable>(
    _ name: String, _ reader: MappingReader, _ key: (String) -> Key?
  ) -> [Key: [String]] {
    var lists: [Key: [String]] = [:]
    var seen: [FoldedWord: Key] = [:]
    for entry in reader.optional(name)?.entries ?? [] {
      guard let key = key(entry.key) else {
        findings.report("rule.unknown-key", "'\(entry.key)' means nothing here", at: entry)
        continue
      }
      let texts = entry.value.items?.compactMap { reader.text(of: $0) } ?? [entry.value.text ?? ""]
      for text in texts {
        let word = FoldedWord(text)
        if word.isEmpty || seen[word].map({ $0 != key }) ?? false {
          findings.report(
            "language.twice", "'\(text)' is empty or stands for something else too", at: entry)
        }
        seen[word] = key
      }
      lists[key, default: []] += texts
    }
    return lists
  }

  /// Adds the names a language of the book has for the countries.
  private mutating func addCountries(of code: String, from files: BookFiles) {
    let path = "\(LanguageLoader.folder)/\(code)/countries.yaml"
    var english: [String: Country] = [:]
    for country in Country.all where !country.isHistoric { english[country.name] = country }
    for item in files.items(of: path, findings) {
      guard let name = item["en"]?.text, let said = item[code]?.text,
        let country = english[name]
      else { continue }
      words.countries[country, default: []].append(said)
    }
  }
}

extension RuleBook {
  /// The words of all languages for the columns and fields of a table, English first.
  ///
  /// - Throws: `RuleBookError` where one of the files has a fault.
  public func careerWords() throws(RuleBookError) -> [CareerWords] {
    var all: [CareerWords] = []
    for code in CareerWordsLoader.codes(in: files) {
      let loader = CareerWordsLoader(code, from: files)
      guard !loader.findings.hasErrors else {
        throw RuleBookError(
          path: "\(folder)/\(CareerWordsLoader.folder)/\(code).yaml",
          diagnostics: loader.findings.diagnostics)
      }
      all.append(loader.words)
    }
    return all.filter { $0.code == "en" } + all.filter { $0.code != "en" }
  }

  /// The faults of the words of all languages.
  func checkCareerWords() -> [Diagnostic] {
    CareerWordsLoader.codes(in: files).flatMap {
      CareerWordsLoader($0, from: files).findings.diagnostics
    }
  }
}
