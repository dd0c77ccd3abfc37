/// A command line worth copying, with what it shows.
public struct Example: Sendable {
  /// The whole line, beginning with the program's name.
  public var line: String
  /// What it does, in one sentence.
  public var explanation: String

  public init(_ line: String, _ explanation: String) {
    self.line = line
    self.explanation = explanation
  }
}

/// A text that `help NAME` prints, on a subject wider than one command.
public struct Topic: Sendable {
  /// The word after `help`.
  public var name: String
  /// Its heading, in a few words.
  public var title: String
  /// Paragraphs, parted by empty lines; lines that begin with a space are printed as they are.
  public var text: String

  public init(name: String, title: String, text: String) {
    self.name = name
    self.title = title
    self.text = text
  }
}
