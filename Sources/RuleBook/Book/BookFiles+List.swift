import Formula

extension BookFiles {
  /// The entries of a file that is one list; none where there is no such file.
  func items(of path: String, _ findings: Findings) -> [YAMLNode] {
    guard let source = read(path), let node = YAMLReader.read(source, findings) else { return [] }
    if let items = node.items { return items }
    findings.report("rule.not-a-list", "expected a list, this is \(node.kind)", at: node)
    return []
  }
}
