import CommandLineKit
import RuleBook

extension RuleBook {
  /// The rule book a command line asks for, or the one that belongs to the program.
  static func of(_ invocation: Invocation) throws -> RuleBook {
    if let folder = invocation.text("rules") { return RuleBook(at: folder) }
    guard let book = RuleBook.locate() else {
      throw Failure(
        "sojourn: the rule book was not found; name its folder with --rules or SOJOURN_RULES",
        .inputOutput)
    }
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
