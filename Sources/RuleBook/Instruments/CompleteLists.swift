import Coordination
import Formula
import Quantities

/// The countries whose official list of agreements was read in full: elsewhere, that no agreement
/// is known does not mean that there is none.
struct CompleteLists: Sendable {
  static let path = "instruments/complete.yaml"

  private(set) var lists: [Country: Cited] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the list; empty where there is no such file.
  init(from files: BookFiles) {
    let findings = Findings()
    for item in files.items(of: Self.path, findings) { read(item, findings) }
    diagnostics = findings.diagnostics.sorted()
  }

  private mutating func read(_ node: YAMLNode, _ findings: Findings) {
    guard let item = MappingReader(node, findings, what: "a complete list") else { return }
    let code = item.requiredText("country")
    let day = item.required("as_of").flatMap(item.day(of:))
    let source = item.requiredText("source", code: "rule.missing-law")
    item.finish()
    guard let code, let day, let source else { return }
    guard code.utf8.count == 2, let country = Country(code) else {
      findings.report("rule.unknown-country", "'\(code)' is no country", at: node)
      return
    }
    if lists[country] != nil {
      findings.report("rule.duplicate-name", "\(country) stands here twice", at: node)
    }
    lists[country] = Cited(law: source, says: Phrase(completeAsOf: day))
  }
}
