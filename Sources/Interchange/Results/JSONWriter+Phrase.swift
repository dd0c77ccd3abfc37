import Formula

extension JSONWriter {
  /// A text for people; JSON answers are in English.
  mutating func phrase(_ phrase: Phrase) {
    if phrase.fillings.isEmpty { return string(phrase.template) }
    string { piece in phrase.withEnglish(piece) }
  }

  mutating func member(_ name: StaticString, _ phrase: Phrase) {
    key(name)
    self.phrase(phrase)
  }

  mutating func member(_ name: StaticString, _ phrases: [Phrase]) {
    key(name)
    array(of: phrases) { $0.phrase($1) }
  }
}
