import Formula
import Quantities

extension MappingReader {
  /// The text of a node; a fault where it is a list or a mapping.
  func text(of node: YAMLNode) -> String? {
    if let text = node.text { return text }
    findings.report("rule.not-a-text", "expected a text, this is \(node.kind)", at: node)
    return nil
  }

  func text(_ key: String) -> String? { optional(key).flatMap(text(of:)) }

  func requiredText(_ key: String, code: String = "rule.missing-key") -> String? {
    required(key, code: code).flatMap(text(of:))
  }

  /// The text of a key with the places of its characters.
  func fragment(_ key: String) -> SourceFragment? {
    optional(key).flatMap { text(of: $0) == nil ? nil : $0.fragment }
  }

  func requiredFragment(_ key: String) -> SourceFragment? {
    required(key).flatMap { text(of: $0) == nil ? nil : $0.fragment }
  }

  /// The law of a value, step or condition: never absent.
  func law(_ key: String = "law") -> String {
    requiredText(key, code: "rule.missing-law") ?? ""
  }

  /// `yes` or `no`.
  func yesNo(_ key: String) -> Bool? {
    guard let node = optional(key), let text = text(of: node) else { return nil }
    switch text {
    case "yes": return true
    case "no": return false
    default:
      findings.report("rule.bad-yes-no", "expected 'yes' or 'no', this is '\(text)'", at: node)
      return nil
    }
  }

  /// A day as YYYY-MM-DD.
  func day(_ key: String) -> Day? { optional(key).flatMap(day(of:)) }

  func day(of node: YAMLNode) -> Day? {
    guard let text = text(of: node) else { return nil }
    if let day = Day(text) { return day }
    findings.report(
      "rule.bad-date", "'\(text)' is no day of the calendar", hint: "write YYYY-MM-DD", at: node)
    return nil
  }

  /// A whole number of at least `least`.
  func whole(_ key: String, atLeast least: Int = 0) -> Int? {
    guard let node = optional(key), let text = text(of: node) else { return nil }
    if let value = Int(text), value >= least, value <= 1_000_000 { return value }
    findings.report(
      "rule.bad-number", "expected a whole number from \(least), this is '\(text)'", at: node)
    return nil
  }

  /// An exact decimal without a unit.
  func decimal(_ key: String) -> ExactDecimal? { optional(key).flatMap(decimal(of:)) }

  func decimal(of node: YAMLNode) -> ExactDecimal? {
    guard let text = text(of: node) else { return nil }
    if let value = ExactDecimal(text) { return value }
    findings.report(
      "rule.bad-number", "'\(text)' is no number", hint: "digits with a dot, such as 1234.56",
      at: node)
    return nil
  }

  /// One word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    optional(key).flatMap { word(of: $0, type) }
  }

  func word<Word: RawRepresentable & CaseIterable>(of node: YAMLNode, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = text(of: node) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    let near = nearest(to: text, among: words).map { "did you mean '\($0)'?" }
    findings.report(
      "rule.unknown-word", "'\(text)' is none of the words known here",
      hint: near ?? "known here: \(words.joined(separator: ", "))", at: node)
    return nil
  }

  /// How far something was verified.
  func certainty(_ key: String = "certainty") -> Certainty? {
    guard let node = optional(key), let text = text(of: node) else { return nil }
    if let certainty = Certainty(name: text) { return certainty }
    findings.report(
      "certainty.unknown", "'\(text)' is no certainty",
      hint: "primary (the law's own text), secondary (told by another) or unverified", at: node)
    return nil
  }

  /// Texts by language code; a plain text is English.
  func languages(_ key: String) -> [String: String] {
    guard let node = optional(key) else { return [:] }
    if let text = node.text { return ["en": text] }
    guard let entries = node.entries else {
      _ = text(of: node)
      return [:]
    }
    var result: [String: String] = [:]
    for entry in entries {
      guard (2...3).contains(entry.key.utf8.count),
        entry.key.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0 })
      else {
        findings.report(
          "rule.bad-language", "'\(entry.key)' is no language code",
          hint: entry.value.isEmpty
            ? "a text with a comma stands in quotes inside braces" : "such as en, de, ko",
          at: entry)
        continue
      }
      guard !entry.value.isEmpty else {
        findings.report("rule.empty", "'\(entry.key)' has no text", at: entry)
        continue
      }
      if let text = text(of: entry.value) { result[entry.key] = text }
    }
    return result
  }

  /// The texts of a list; a single text stands for a list of one.
  func texts(_ key: String) -> [String] {
    guard let node = optional(key) else { return [] }
    if let items = node.items { return items.compactMap(text(of:)) }
    return text(of: node).map { [$0] } ?? []
  }

  /// The items of a list.
  func items(_ key: String) -> [YAMLNode] {
    guard let node = optional(key) else { return [] }
    if let items = node.items { return items }
    findings.report("rule.not-a-list", "expected a list, this is \(node.kind)", at: node)
    return []
  }

  /// The items of a list that must be there.
  func requiredItems(_ key: String) -> [YAMLNode] {
    guard required(key) != nil else { return [] }
    return items(key)
  }

  /// Another mapping below.
  func mapping(_ key: String, what: String) -> MappingReader? {
    optional(key).flatMap { MappingReader($0, findings, what: what) }
  }
}
