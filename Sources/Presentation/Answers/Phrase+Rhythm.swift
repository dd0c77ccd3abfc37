import Formula

extension Phrase {
  /// How often a pension is paid, in words: `monthly`, `every 4 weeks`.
  init(rhythm: String) {
    self.init(template: String(rhythm.map { $0 == "_" ? " " : $0 }))
  }
}
