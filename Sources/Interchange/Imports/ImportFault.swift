import Formula

/// What is wrong in something that is imported, or was taken for granted, and where.
public struct ImportFault: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    /// Nothing is written.
    case error
    /// What was understood, left out or taken for granted.
    case warning
  }

  /// A place in the input, as a person finds it there.
  public enum Place: Sendable, Hashable {
    /// The input as a whole.
    case whole
    /// A cell of a table; row and column from 1, the column nil for the row as a whole.
    case cell(row: Int, column: Int?, name: String?)
    /// A JSON pointer.
    case path(String)
    /// A line and column of a text, from 1.
    case line(Int, column: Int)
  }

  /// A stable name of the fault (`table.ambiguous-date`), apart from its wording.
  public let code: String
  public let severity: Severity
  public let place: Place
  public let message: Phrase
  /// What would be right, where that can be said.
  public let hint: Phrase?

  public init(
    _ code: String, _ severity: Severity = .error, at place: Place, _ message: Phrase,
    hint: Phrase? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// A word of the input as a message quotes it: not without end, and nothing in it that a
  /// terminal obeys.
  static func shown(_ word: String, atMost limit: Int = 60) -> String {
    InputError.printable(InputError.shown(word, atMost: limit))
  }
}

extension Phrase {
  /// What would be right, as it is written: it is the same in every language.
  static func example(_ text: String) -> Phrase { "write it so: \(text)" }
}

extension InputError {
  /// The fault as one of an import; its words are English.
  func importFault(at place: ImportFault.Place? = nil) -> ImportFault {
    ImportFault(
      code, at: place ?? .path(path),
      Phrase(template: "{1}", [.init("1", .verbatim(InputError.printable(message)))]),
      hint: hint.map { Phrase(template: "{1}", [.init("1", .verbatim(InputError.printable($0)))]) })
  }
}
