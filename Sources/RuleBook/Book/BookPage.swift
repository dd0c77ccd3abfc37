import Formula
import Quantities

/// The first page of a rule book, `book.yaml`: its title and the day it was brought up to date.
struct BookPage: Sendable {
  static let path = "book.yaml"

  private(set) var title = ""
  private(set) var date: Day?
  private(set) var diagnostics: [Diagnostic] = []

  init(from files: BookFiles) {
    guard let source = files.read(Self.path) else {
      diagnostics = [
        Diagnostic(
          "book.missing", "the rule book has no first page",
          hint: "book.yaml with title: and date:",
          at: SourceLocation(file: Self.path, line: 1, column: 1))
      ]
      return
    }
    let findings = Findings()
    if let node = YAMLReader.read(source, findings),
      let reader = MappingReader(node, findings, what: "the first page")
    {
      title = reader.requiredText("title") ?? ""
      date = reader.required("date").flatMap(reader.day(of:))
      reader.finish()
    }
    diagnostics = findings.diagnostics.sorted()
  }
}
