/// How much of an answer is written.
public enum ResultDetail: String, Sendable, Hashable, CaseIterable {
  /// Statuses, rights, periods, ratios and amounts; no prose.
  case figures
  /// Everything but the worksheets.
  case full
  /// Everything, with every step of every computation.
  case worksheets
}
