extension String {
  /// Without white space and invisible marks at both ends.
  var trimmed: String {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace
        || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }
    let start = drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
