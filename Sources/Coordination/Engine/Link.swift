/// An instrument that links a scheme's country with others of the career, with the scheme's side.
///
/// A side says much; behind one reference it is handed on without being copied.
final class Link {
  let instrument: Instrument
  let side: Side

  init(_ instrument: Instrument, _ side: Side) {
    self.instrument = instrument
    self.side = side
  }
}
