import Formula

/// What is asked now.
public struct Prompt: Sendable, Hashable {
  public let heading: Phrase
  public let text: Phrase
  /// What is worth knowing before answering.
  public let notes: [Phrase]
  /// Offered by number.
  public let choices: [Phrase]
  /// What may be written, and what an empty line means: said behind the question.
  public let hints: [Phrase]

  init(
    _ text: Phrase, under heading: Phrase = "", notes: [Phrase] = [], choices: [Phrase] = [],
    hints: [Phrase] = []
  ) {
    self.heading = heading
    self.text = text
    self.notes = notes
    self.choices = choices
    self.hints = hints
  }
}
