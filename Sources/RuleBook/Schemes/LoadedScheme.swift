import Coordination
import Formula

/// A scheme as it was read, with the faults found on the way.
public struct LoadedScheme: Sendable {
  /// Nil where a fault keeps it from running.
  public let scheme: Scheme?
  public let diagnostics: [Diagnostic]
}
