/// A command line that cannot be understood, with what would be right.
public struct UsageError: Error, Sendable, Equatable {
  /// The stable name of what is wrong, independent of the wording.
  public enum Code: String, Sendable, CaseIterable {
    case unknownOption = "usage.unknown-option"
    case unknownCommand = "usage.unknown-command"
    case unknownTopic = "usage.unknown-topic"
    case missingCommand = "usage.missing-command"
    case missingArgument = "usage.missing-argument"
    case missingOption = "usage.missing-option"
    case missingValue = "usage.missing-value"
    case unexpectedValue = "usage.unexpected-value"
    case unexpectedArgument = "usage.unexpected-argument"
    case repeatedOption = "usage.repeated-option"
    case badValue = "usage.bad-value"
  }

  public let code: Code
  /// The offending word's place among the words after the program's name, from 0; nil where
  /// something is missing altogether.
  public let index: Int?
  /// What is wrong, without a full stop.
  public let message: String
  /// What would be right, where that can be said.
  public let hint: String?
  /// How the command is called, in one line.
  public let usage: String

  /// What the program ends with: 64.
  public var exitCode: ExitCode { .usage }

  /// The error as shown to a person: message and code, the words with carets, hint and usage.
  ///
  /// - Parameters:
  ///   - words: the words that were parsed, without the program's name.
  ///   - width: the columns that may be filled.
  public func report(program: String, words: [String], width: Int = 80, style: Style = .plain)
    -> String
  {
    let width = max(width, TextLayout.leastWidth)
    var lines = TextLayout.wrap("\(program): \(message) [\(code.rawValue)]", width: width)
    lines[0] = style.red(lines[0])
    lines += excerpt(of: words, width: width)
    if let hint { lines += TextLayout.wrap("hint: \(hint)", width: width, hanging: "  ") }
    lines += TextLayout.wrap("usage: \(usage)", width: width, hanging: "  ").map(style.dim)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The offending word marked with carets, and as many words before it as fit.
  private func excerpt(of words: [String], width: Int) -> [String] {
    guard let index, words.indices.contains(index) else { return [] }
    let room = width - 8
    let marked = TextLayout.truncate(TextLayout.visible(words[index]), to: room)
    let caret = String(repeating: "^", count: max(1, displayWidth(of: marked)))
    var before: [String] = []
    var used = displayWidth(of: marked)
    for word in words[..<index].reversed() {
      let shown = TextLayout.visible(word)
      used += displayWidth(of: shown) + 1
      if used > room { break }
      before.insert(shown, at: 0)
    }
    if before.count < index { before.insert("...", at: 0) }
    let lead = before.map { $0 + " " }.joined()
    let tail = index + 1 < words.count ? " ..." : ""
    return [
      "  \(lead)\(marked)\(tail)",
      "  \(TextLayout.pad("", to: displayWidth(of: lead)))\(caret)",
    ]
  }
}
