import Coordination
import Formula
import Quantities

/// A value as it was written, before its key and unit are checked.
struct ParameterRowDraft {
  /// The file that holds it: the scheme's or a series.
  let file: SourceText
  /// The first day of the edition it stands in, in a series of several.
  var edition: PlacedText?
  /// nil for a constant.
  let key: PlacedText?
  let value: PlacedText
  /// The unit of this very row; nil: the parameter's.
  let unit: PlacedText?
  let law: PlacedText?
  let source: String
  let certainty: Certainty
  /// The last day it holds, where that is written.
  let until: Day?
  let isRetroactive: Bool

  /// A fault at one of its texts.
  func fault(
    _ text: PlacedText, _ code: String, _ message: String, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    text.fault(in: file, code, message, hint: hint, severity: severity)
  }
}
