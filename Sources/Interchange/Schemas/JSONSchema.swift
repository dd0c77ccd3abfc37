/// The JSON Schemas (draft 2020-12) of what the program reads and writes.
public enum JSONSchema: String, Sendable, CaseIterable {
  case `case`, result

  /// The whole schema, ready to be printed.
  public var text: String {
    switch self {
    case .case: Self.caseText
    case .result: Self.resultHead + Self.resultParts
    }
  }
}
