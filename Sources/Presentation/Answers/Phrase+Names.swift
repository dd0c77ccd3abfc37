import Formula

extension Phrase {
  /// What something is called, in the language the answer is said in where it has such a name.
  ///
  /// - Parameters:
  ///   - names: by language code.
  ///   - id: said where there is no English name.
  init(called names: [String: String], or id: String) {
    self = "\(name: names["en"] ?? id, names)"
  }

  /// A unit such as `EUR/month`, each of its words a text of its own.
  init(unit: String) {
    let words = unit.split(separator: "/", omittingEmptySubsequences: false)
      .map { Phrase(template: String($0)) }
    self = words.dropFirst().reduce(words.first ?? "") { "\($0)/\($1)" }
  }
}
