/// Where the lines of the person come from.
protocol LineSource: AnyObject {
  /// Whether what is typed does not appear by itself, so that a transcript must repeat it.
  var needsEcho: Bool { get }
  /// Whether a person types there, who can still be asked something.
  var isPerson: Bool { get }

  /// Waits for the next line.
  func next() -> LineEvent
}

/// What came instead of a line, or the line.
enum LineEvent {
  case line(String)
  /// There will be no more.
  case end
  /// A signal asked to stop.
  case interrupted(Int32)
}
