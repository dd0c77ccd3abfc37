import Formula
import Quantities

/// A group of countries by name, for tables of the agreements among them.
public struct Region: Sendable, Hashable {
  /// The word it is asked for by, such as `eu`.
  public let id: String
  public let name: String
  /// What says who belongs to it.
  public let source: String
  public let countries: [Country]
}

/// The regions of a rule book, from `regions.yaml`.
struct RegionList: Sendable {
  static let path = "regions.yaml"

  private(set) var regions: [Region] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the list; empty where there is no such file.
  init(from files: BookFiles) {
    let findings = Findings()
    for item in files.items(of: Self.path, findings) { read(item, findings) }
    diagnostics = findings.diagnostics.sorted()
  }

  private mutating func read(_ node: YAMLNode, _ findings: Findings) {
    guard let item = MappingReader(node, findings, what: "a region") else { return }
    let id = item.requiredText("id")
    let name = item.requiredText("name")
    let source = item.requiredText("source", code: "rule.missing-law")
    let members = item.required("countries")?.items ?? []
    item.finish()
    guard let id, let name, let source else { return }
    if regions.contains(where: { $0.id == id }) {
      findings.report("rule.duplicate-name", "the region '\(id)' stands here twice", at: node)
      return
    }
    var countries: [Country] = []
    for member in members {
      guard let code = member.text, code.utf8.count == 2, let country = Country(code) else {
        findings.report(
          "rule.unknown-country", "'\(member.text ?? member.kind)' is no country", at: member)
        continue
      }
      countries.append(country)
    }
    regions.append(Region(id: id, name: name, source: source, countries: countries))
  }
}

extension RuleBook {
  /// The groups of countries the book names, in its order.
  ///
  /// - Throws: `RuleBookError` where their file has faults.
  public func regions() throws(RuleBookError) -> [Region] {
    let list = RegionList(from: files)
    if list.diagnostics.contains(where: { $0.severity == .error }) {
      throw RuleBookError(path: "\(folder)/\(RegionList.path)", diagnostics: list.diagnostics)
    }
    return list.regions
  }
}
