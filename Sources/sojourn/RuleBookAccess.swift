import CommandLineKit
import RuleBook
import Synchronization

/// The rule books of this process: each stays until its end, since taking thousands of steps and
/// values apart just before would only keep the answer waiting.
private let books = Mutex<[RuleBook]>([])

extension RuleBook {
  /// The rule book a command line asks for, or the one that belongs to the program.
  static func of(_ invocation: Invocation) throws -> RuleBook {
    guard let book = invocation.text("rules").map(RuleBook.init(at:)) ?? RuleBook.locate() else {
      throw Failure(
        "sojourn: the rule book was not found; name its folder with --rules or SOJOURN_RULES",
        .inputOutput)
    }
    books.withLock { $0.append(book) }
    return book
  }
}

extension RuleBookError {
  /// The faults of a rule file, as `rules check` would show them.
  var failure: Failure {
    Failure(
      "sojourn: \(path) has faults; run 'sojourn rules check'\n"
        + diagnostics.map { $0.rendered(line: nil) }.joined(separator: "\n"), .badInput)
  }
}
