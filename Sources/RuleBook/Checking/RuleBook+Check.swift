import Formula

extension RuleBook {
  /// Reads every file of the book and gathers all faults.
  ///
  /// - Complexity: O(size of all files); no more than one file's tree is held at a time.
  public func check() -> CheckReport {
    var diagnostics: [Diagnostic] = []
    let schemes = files.files(below: "schemes", ending: ".yaml")
    for path in schemes {
      diagnostics += SchemeLoader.load(path, from: files, isThorough: true).diagnostics
    }
    return CheckReport(
      diagnostics: diagnostics.sorted(), schemes: schemes.count, instruments: 0, examples: 0,
      files: files)
  }
}
