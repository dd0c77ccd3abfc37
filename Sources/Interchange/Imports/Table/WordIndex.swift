import Coordination

/// What words of several languages stand for.
struct WordIndex<Value: Hashable & Sendable>: Sendable {
  enum Finding: Hashable {
    case none
    case one(Value)
    /// The word stands for different things in different languages.
    case several([Value])
  }

  private var byLanguage: [String: [FoldedWord: Value]] = [:]

  mutating func add(_ words: [Value: [String]], of code: String) {
    for (value, texts) in words {
      for text in texts { byLanguage[code, default: [:]][FoldedWord(text)] = value }
    }
  }

  /// What a word stands for in one language.
  func value(_ word: FoldedWord, in code: String) -> Value? { byLanguage[code]?[word] }

  /// What a word stands for: in the preferred language, else in all that know it.
  func find(_ word: FoldedWord, preferring code: String?) -> Finding {
    if let code, let value = value(word, in: code) { return .one(value) }
    var values: [Value] = []
    for (_, words) in byLanguage.sorted(by: { $0.key < $1.key }) {
      if let value = words[word], !values.contains(value) { values.append(value) }
    }
    return values.count > 1 ? .several(values) : values.first.map { .one($0) } ?? .none
  }

  /// The words of a language, or of all.
  func words(of code: String?) -> [String] {
    if let code { return (byLanguage[code] ?? [:]).keys.map(\.text).sorted() }
    return byLanguage.values.flatMap(\.keys).map(\.text).sorted()
  }
}
