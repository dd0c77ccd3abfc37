import Formula

/// Whether the pension is paid where the person lives.
public struct ExportResult: Sendable, Hashable {
  public enum Payment: String, Sendable, Hashable, CaseIterable {
    case full, reduced, none, unknown
  }

  public let payment: Payment
  public let law: String
  public let says: Phrase
}
