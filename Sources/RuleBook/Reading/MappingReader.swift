import Formula

/// Reads the keys of a mapping one by one, and in the end reports those nobody asked for.
///
/// A key that is absent and optional is nil without a fault; a fault is reported once and also
/// yields nil, so that reading goes on.
final class MappingReader {
  let node: YAMLNode
  let findings: Findings
  private let entries: [YAMLNode.Entry]
  /// The keys asked for, for the hint beside one nobody asked for; some stand here twice.
  private var asked: [String] = []
  /// A bit for each of the first 64 entries that was asked for.
  private var askedPlaces: UInt64 = 0

  /// A reader of `node`; nil with a fault where it is no mapping.
  ///
  /// - Parameter what: what the mapping is, for the message.
  init?(_ node: YAMLNode, _ findings: Findings, what: String) {
    guard let entries = node.entries else {
      findings.report(
        "rule.not-a-mapping", "\(what) is written as 'key: value' pairs, this is \(node.kind)",
        at: node)
      return nil
    }
    self.node = node
    self.findings = findings
    self.entries = entries
    // One piece of memory, not one for each doubling.
    asked.reserveCapacity(12)
  }

  /// The place of a key among the entries, which is asked for with this.
  private func place(_ key: String) -> Int? {
    asked.append(key)
    guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
    if place < 64 { askedPlaces |= 1 << UInt64(place) }
    return place
  }

  /// Whether the key is written.
  func has(_ key: String) -> Bool { place(key) != nil }

  /// The value of a key; an empty value is a fault.
  func optional(_ key: String) -> YAMLNode? {
    guard let place = place(key) else { return nil }
    guard !entries[place].value.isEmpty else {
      findings.report(
        "rule.empty", "'\(key)' has no value", hint: "write one, or leave out the key",
        at: entries[place])
      return nil
    }
    return entries[place].value
  }

  /// The value of a key that must be there.
  func required(_ key: String, code: String = "rule.missing-key") -> YAMLNode? {
    guard let place = place(key) else {
      findings.report(code, "'\(key)' is missing", at: node)
      return nil
    }
    guard !entries[place].value.isEmpty else {
      findings.report(code, "'\(key)' has no value", at: entries[place])
      return nil
    }
    return entries[place].value
  }

  /// Reports the keys that were never asked for.
  ///
  /// - Parameter further: keys that have a meaning only in other cases, for the hint.
  func finish(further: [String] = []) {
    guard entries.count > 64 || askedPlaces.nonzeroBitCount < entries.count else { return }
    let asked = Set(asked)
    for entry in entries where !asked.contains(entry.key) {
      var hint: String?
      if entry.value.isEmpty {
        hint = "a text with a comma stands in quotes inside braces"
      } else if further.contains(entry.key) {
        hint = "'\(entry.key)' has no meaning together with the other keys here"
      } else if let near = nearest(to: entry.key, among: asked.sorted()) {
        hint = "did you mean '\(near)'?"
      } else {
        hint = "known here: \(asked.sorted().joined(separator: ", "))"
      }
      findings.report(
        "rule.unknown-key", "'\(entry.key)' means nothing here", hint: hint, at: entry)
    }
  }
}
