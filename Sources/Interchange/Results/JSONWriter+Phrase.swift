import Formula

extension JSONWriter {
  /// A text for people; JSON answers are in English.
  mutating func member(_ name: String, _ phrase: Phrase) { member(name, phrase.english) }

  mutating func member(_ name: String, _ phrases: [Phrase]) {
    member(name, phrases.map(\.english))
  }
}
