import Coordination
import Formula
import Quantities

/// A value as it was written, before its key and unit are checked.
struct ParameterRowDraft {
  /// One text with its place.
  struct Cell {
    let text: String
    let location: SourceLocation
    let length: Int

    init(text: String, location: SourceLocation, length: Int) {
      self.text = text
      self.location = location
      self.length = length
    }

    init?(_ node: YAMLNode?) {
      guard let node, let text = node.text else { return nil }
      self.init(text: text, location: node.location, length: node.length)
    }

    init(_ field: CSVTable.Field) {
      self.init(text: field.text, location: field.location, length: field.length)
    }

    func fault(
      _ code: String, _ message: String, hint: String? = nil,
      severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: location, length: length, severity: severity)
    }
  }

  /// nil for a constant.
  let key: Cell?
  let value: Cell
  /// The unit of this very row; nil: the parameter's.
  let unit: Cell?
  let law: Cell?
  let source: String
  let certainty: Certainty
  /// The last day it holds, where that is written.
  let until: Day?
  let isRetroactive: Bool
}
