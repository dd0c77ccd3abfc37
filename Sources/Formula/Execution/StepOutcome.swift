/// What became of a step in one setting.
public enum StepOutcome: Sendable {
  case notRun
  case running
  /// `exception` is the place of the derogation that applied; nil for the general rule.
  case value(Value, exception: Int?)
  case failed(EvaluationError)
}
