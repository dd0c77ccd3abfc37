/// What a file is written for.
public enum FileUse: String, Sendable, Hashable {
  /// The answers so far, to go on later.
  case answers
  /// The case, for the other commands.
  case finishedCase = "case"
  /// The report as a page.
  case report
}
