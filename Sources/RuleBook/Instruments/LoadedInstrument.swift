import Coordination
import Formula

/// An instrument as it was read, with the faults found on the way.
public struct LoadedInstrument: Sendable {
  /// Nil where a fault keeps it from being used.
  public let instrument: Instrument?
  public let diagnostics: [Diagnostic]
  /// Schemes and instruments it names, for the check that they exist.
  let mentions: [Mention]

  /// A name of something else in the rule book.
  struct Mention: Sendable {
    enum Kind: Sendable { case scheme, instrument }

    let kind: Kind
    let name: String
    let location: SourceLocation
    let length: Int
  }
}
