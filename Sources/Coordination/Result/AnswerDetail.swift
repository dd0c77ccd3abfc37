/// How much of an answer is wanted.
public enum AnswerDetail: String, Sendable, Hashable, CaseIterable {
  /// Statuses, rights, periods, ratios and amounts; no prose.
  ///
  /// What is only said in prose is not looked for: notes, assumptions, refunds, later pensions, the
  /// day a right opens, and what would be lost without the agreements.
  case figures
  /// Everything but the worksheets.
  case full
  /// Everything, with every step of every computation.
  case worksheets
}
