import Formula

extension RuleBook {
  /// Reads every file of the book and gathers all faults.
  ///
  /// - Parameter readCase: reads the cases of examples; nil leaves the examples unrun.
  /// - Complexity: O(size of all files), and the examples' computations.
  public func check(readCase: ExampleRunner.CaseReading? = nil) -> CheckReport {
    var diagnostics: [Diagnostic] = []
    let schemes = files.files(below: "schemes", ending: ".yaml")
    for path in schemes {
      diagnostics += SchemeLoader.load(path, from: files, isThorough: true).diagnostics
    }
    diagnostics += BookPage(from: files).diagnostics + CompleteLists(from: files).diagnostics
    diagnostics += RegionList(from: files).diagnostics
    diagnostics += checkLanguages() + checkInstitutions() + checkCareerWords()
    let (instruments, faults) = checkInstruments()
    diagnostics += faults
    let (examples, exampleFaults) = self.examples()
    diagnostics += exampleFaults
    // Examples of a book that cannot be read would only repeat its faults.
    if let readCase, !diagnostics.contains(where: { $0.severity == .error }) {
      let runner = ExampleRunner(self, readCase: readCase)
      diagnostics += examples.flatMap(runner.run)
    }
    return CheckReport(
      diagnostics: diagnostics.sorted(), schemes: schemes.count, instruments: instruments,
      examples: examples.count, files: files)
  }

  private func checkInstruments() -> (count: Int, diagnostics: [Diagnostic]) {
    let paths = files.files(below: "instruments", ending: ".yaml").filter {
      $0 != CompleteLists.path
    }
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let loaded = InstrumentLoader.load(path, from: files)
      diagnostics += loaded.diagnostics
      diagnostics += loaded.mentions.compactMap(fault)
    }
    return (paths.count, diagnostics)
  }

  /// A fault where an instrument names what the book does not have.
  private func fault(of mention: LoadedInstrument.Mention) -> Diagnostic? {
    let paths: [String]
    let what: String
    switch mention.kind {
    case .scheme:
      paths = [RuleBook.path(ofScheme: mention.name)].compactMap { $0 }
      what = "scheme"
    case .instrument:
      paths = ["bilateral", "multilateral"].map { "instruments/\($0)/\(mention.name).yaml" }
      what = "instrument"
    }
    guard !paths.contains(where: files.exists) else { return nil }
    return Diagnostic(
      "instrument.unknown-\(what)", "there is no \(what) '\(mention.name)' in the rule book",
      at: mention.location, length: mention.length)
  }
}
