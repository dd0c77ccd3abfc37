import Formula

/// The faults found in a file so far; reading goes on after most of them.
final class Findings {
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether anything found makes the file unusable.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func add(_ more: [Diagnostic]) { diagnostics += more }

  /// Reports a fault at a node.
  func report(
    _ code: String, _ message: String, hint: String? = nil, at node: YAMLNode,
    severity: Diagnostic.Severity = .error
  ) {
    add(
      Diagnostic(
        code, message, hint: hint, at: node.location, length: node.length, severity: severity))
  }

  /// Reports a fault at the key of an entry.
  func report(
    _ code: String, _ message: String, hint: String? = nil, at entry: YAMLNode.Entry,
    severity: Diagnostic.Severity = .error
  ) {
    add(
      Diagnostic(
        code, message, hint: hint, at: entry.keyLocation, length: entry.key.count,
        severity: severity))
  }
}
