import Formula
import Quantities

extension Phrase {
  /// What something is called, in the language the answer is said in where it has such a name.
  ///
  /// - Parameters:
  ///   - names: by language code.
  ///   - id: said where there is no English name.
  public init(called names: [String: String], or id: String) {
    self = "\(name: names["en"] ?? id, names)"
  }

  /// A unit such as `EUR/month`, each of its words a text of its own.
  public init(unit: String) {
    let words = unit.split(separator: "/", omittingEmptySubsequences: false)
      .map { Phrase(template: String($0)) }
    self = words.dropFirst().reduce(words.first ?? "") { "\($0)/\($1)" }
  }

  /// A number with its unit: `44 quarters`, `1234.5 EUR/month`.
  public init(_ number: ExactDecimal, unit: String) {
    if let period = PeriodUnit(rawValue: unit) {
      self.init(number, period)
    } else {
      self = unit.isEmpty ? "\(number)" : "\(number) \(Phrase(unit: unit))"
    }
  }
}

extension CaseResult {
  /// The day and the hash of the rules the answer was computed with.
  public var ruleBook: Phrase {
    let hash = String(ruleBookHash.prefix(12))
    guard let day = Day(ruleBookDate) else { return "Rule book of \(ruleBookDate), \(hash)." }
    return "Rule book of \(day), \(hash)."
  }
}
