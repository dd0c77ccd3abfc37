/// Patterns in which `*` stands for any run of characters.
enum Wildcard {
  /// Whether all of `text` fits; capital and small letters count as equal.
  /// - Complexity: the product of the lengths at worst.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let text = Array(text.lowercased())
    let pattern = Array(pattern.lowercased())
    var (textIndex, patternIndex) = (0, 0)
    var (star, mark): (Int?, Int) = (nil, 0)
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == "*" {
        (star, mark) = (patternIndex, textIndex)
        patternIndex += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
        textIndex += 1
        patternIndex += 1
      } else if let last = star {
        // The last star takes one character more.
        mark += 1
        (textIndex, patternIndex) = (mark, last + 1)
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == "*" }
  }
}
