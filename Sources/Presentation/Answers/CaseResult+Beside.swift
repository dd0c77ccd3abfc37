import Coordination

extension CaseResult {
  /// Whether nothing was given for a scheme of a country whose other schemes have an answer.
  func isBeside(_ scheme: SchemeResult) -> Bool {
    scheme.status == .notCovered
      && schemes.contains { $0.country == scheme.country && $0.status != .notCovered }
  }
}
