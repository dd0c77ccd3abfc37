import Formula

/// What a check of a rule book found.
public struct CheckReport: Sendable {
  /// By file, line and column.
  public let diagnostics: [Diagnostic]
  public let schemes: Int
  public let instruments: Int
  public let examples: Int
  let files: BookFiles

  /// How many faults make a file unusable.
  public var errors: Int { diagnostics.count { $0.severity == .error } }

  public var warnings: Int { diagnostics.count - errors }

  /// Every fault with its line and a caret.
  public func rendered() -> [String] {
    var sources: [String: SourceText] = [:]
    return diagnostics.map { diagnostic in
      let file = diagnostic.location.file
      let source = sources[file] ?? files.read(file)
      if let source { sources[file] = source }
      return diagnostic.rendered(line: source?.line(diagnostic.location.line))
    }
  }

  /// `12 schemes, 7 instruments, 40 examples: 0 errors, 2 warnings`
  public var summary: String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return "\(count(schemes, "scheme")), \(count(instruments, "instrument")), "
      + "\(count(examples, "example")): \(count(errors, "error")), \(count(warnings, "warning"))"
  }
}
