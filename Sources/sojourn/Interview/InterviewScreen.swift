import CommandLineKit
import Formula
import Interview

/// How a conversation is shown: with bold and dim type where there is a terminal for it, or line by
/// line for a screen reader.
struct InterviewScreen {
  let console: Console
  let isPlain: Bool
  let say: @Sendable (Phrase) -> String
  /// The heading that was shown last.
  private var heading = ""

  init(_ console: Console, isPlain: Bool, say: @escaping @Sendable (Phrase) -> String) {
    self.console = console
    self.isPlain = isPlain
    self.say = say
  }

  private var style: Style { isPlain ? .plain : console.style }
  private var width: Int { min(console.width, 100) }

  /// Writes a paragraph: wrapped, or as one line for a screen reader.
  func write(_ text: String, indent: String = "", hanging: String = "", _ paint: (String) -> String)
    throws(StreamError)
  {
    let lines =
      isPlain ? [text] : TextLayout.wrap(text, width: width, indent: indent, hanging: hanging)
    for line in lines { try console.print(paint(line) + "\n") }
  }

  func write(_ text: Phrase) throws(StreamError) { try write(say(text)) { $0 } }

  /// Shows what is asked.
  mutating func ask(_ prompt: Prompt) throws(StreamError) {
    let title = say(prompt.heading)
    if !title.isEmpty, title != heading {
      try console.print("\n")
      try write(title, style.bold)
      heading = title
    }
    for note in prompt.notes { try write(say(note), indent: "  ", hanging: "     ") { $0 } }
    let hints = prompt.hints.dropFirst().reduce(prompt.hints.first ?? "") { "\($0); \($1)" }
    let hint = hints.isEmpty ? "" : " (\(say(hints)))"
    try write(say(prompt.text) + hint) { $0 }
    for (index, choice) in prompt.choices.enumerated() {
      let number = String(index + 1)
      if isPlain {
        try write("\(number): \(say(choice))") { $0 }
      } else {
        let mark = TextLayout.pad(number, to: 4, .right) + "  "
        try write(say(choice), indent: mark, hanging: "      ") { $0 }
      }
    }
    try console.output.flush()
  }

  /// Repeats a line that did not appear by itself.
  func echo(_ line: String) throws(StreamError) {
    try console.print("> \(TextLayout.visible(line))\n")
  }

  func show(_ message: Turn.Message) throws(StreamError) {
    let text = say(message.text)
    switch message.kind {
    case .understood:
      try write(
        isPlain ? say("Understood: \(message.text)") : "= \(text)", hanging: "  ", style.dim)
    case .fault: try write(isPlain ? text : "! \(text)", hanging: "  ", style.yellow)
    case .help: try write(text, indent: "  ", hanging: "  ") { $0 }
    case .item: try write(text, indent: "  ", hanging: "     ") { $0 }
    }
  }
}
