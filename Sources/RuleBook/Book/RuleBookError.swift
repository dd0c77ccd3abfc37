import Formula

/// A file of the rule book cannot be used.
public struct RuleBookError: Error, Sendable, CustomStringConvertible {
  public let path: String
  /// What is wrong in it; never empty.
  public let diagnostics: [Diagnostic]

  public init(path: String, diagnostics: [Diagnostic]) {
    self.path = path
    self.diagnostics = diagnostics
  }

  public var description: String {
    let errors = diagnostics.filter { $0.severity == .error }
    let first = errors.first.map { ": \($0.rendered(line: nil))" } ?? ""
    let more = errors.count > 1 ? " (and \(errors.count - 1) more; see 'sojourn rules check')" : ""
    return "\(path) has faults\(first)\(more)"
  }
}
