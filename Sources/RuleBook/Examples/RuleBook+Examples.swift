import Formula

/// What became of the worked examples of a rule book.
public struct ExampleReport: Sendable {
  /// One example and what was wrong with it.
  public struct Outcome: Sendable {
    public let example: WorkedExample
    public let diagnostics: [Diagnostic]

    public var passed: Bool { diagnostics.isEmpty }
  }

  public let outcomes: [Outcome]
  /// Faults of files that are no examples.
  public let faults: [Diagnostic]
  let files: BookFiles

  public var passed: Int { outcomes.count { $0.passed } }
  public var failed: Int { outcomes.count - passed }
  /// Whether there was nothing to compute.
  public var isEmpty: Bool { outcomes.isEmpty && faults.isEmpty }
  public var isClean: Bool { failed == 0 && !faults.contains { $0.severity == .error } }

  /// Every fault with its line and a caret.
  public func rendered() -> [String] {
    (faults + outcomes.flatMap(\.diagnostics)).map { diagnostic in
      diagnostic.rendered(
        line: files.read(diagnostic.location.file)?.line(diagnostic.location.line))
    }
  }

  /// How many passed, by whose figures they are.
  public var summary: String {
    let grades = WorkedExample.Grade.allCases.compactMap { grade -> String? in
      let all = outcomes.filter { $0.example.grade == grade }
      return all.isEmpty
        ? nil : "\(all.count { $0.passed })/\(all.count) \(grade.rawValue)"
    }
    let unreadable = faults.isEmpty ? "" : ", \(faults.count) faults in files"
    return "\(passed) passed, \(failed) failed\(unreadable)"
      + (grades.isEmpty ? "" : " (\(grades.joined(separator: ", ")))")
  }
}

extension RuleBook {
  /// Reads every example below a folder of `examples` (all, if empty).
  public func examples(below folder: String = "") -> (
    examples: [WorkedExample], faults: [Diagnostic]
  ) {
    var examples: [WorkedExample] = []
    var faults: [Diagnostic] = []
    var seen: [String: SourceLocation] = [:]
    let place = folder.isEmpty ? "examples" : "examples/\(folder)"
    for path in files.files(below: place, ending: ".yaml") {
      let (example, diagnostics) = ExampleLoader.load(path, from: files)
      faults += diagnostics
      guard let example else { continue }
      if let other = seen[example.id] {
        faults.append(
          Diagnostic(
            "example.duplicate", "'\(example.id)' stands in \(other.file) too",
            at: example.location, length: example.id.count))
      }
      seen[example.id] = example.location
      examples.append(example)
    }
    return (examples, faults)
  }

  /// Computes every example below a folder of `examples` (all, if empty).
  public func test(below folder: String = "", readCase: @escaping ExampleRunner.CaseReading)
    -> ExampleReport
  {
    let (examples, faults) = examples(below: folder)
    let runner = ExampleRunner(self, readCase: readCase)
    return ExampleReport(
      outcomes: examples.map { .init(example: $0, diagnostics: runner.run($0)) }, faults: faults,
      files: files)
  }
}
