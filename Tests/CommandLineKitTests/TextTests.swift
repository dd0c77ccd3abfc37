import Testing

@testable import CommandLineKit

@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("Ærø", 3), ("日本", 4), ("ｱ", 1), ("Ａ", 2),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇲🇽", 2),
    ("❤", 1), ("❤️", 2), ("☺", 1), ("1️⃣", 2), ("✅", 2), ("⚓", 2), ("→", 1), ("…", 1), ("\u{200B}", 0),
    ("a\u{AD}b", 3), ("\u{1B}[1mab\u{1B}[0m", 2), ("\u{1B}[38;5;10m日\u{1B}[0m", 2), ("ไทย", 3),
    ("中文（全）", 10), ("\u{7F}\n", 0), ("नमस्ते", 3), ("€", 1), ("\u{20000}", 2),
  ])
  func displayWidths(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test func padding() {
    #expect(TextLayout.pad("ab", to: 5) == "ab   ")
    #expect(TextLayout.pad("ab", to: 5, .right) == "   ab")
    #expect(TextLayout.pad("ab", to: 5, .center) == " ab  ")
    #expect(TextLayout.pad("日本", to: 5, .right) == " 日本")
    #expect(TextLayout.pad("long", to: 2) == "long")
    #expect(TextLayout.pad("\u{1B}[1ma\u{1B}[0m", to: 3) == "\u{1B}[1ma\u{1B}[0m  ")
  }

  @Test func truncation() {
    #expect(TextLayout.truncate("abcdef", to: 6) == "abcdef")
    #expect(TextLayout.truncate("abcdefg", to: 6) == "abc...")
    #expect(TextLayout.truncate("abcdefg", to: 6, mark: "…") == "abcde…")
    #expect(TextLayout.truncate("日本語日本語", to: 6) == "日...")
    #expect(TextLayout.truncate("abcdef", to: 2) == "ab")
    #expect(TextLayout.truncate("abcdef", to: -1) == "")
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one  two", 20, ["one two"]),
    ("a\n\nb", 20, ["a", "", "b"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("x abcdefgh y", 4, ["x", "abcd", "efgh", "y"]),
    ("日本語を書く", 5, ["日本", "語を", "書く"]),
    ("no\u{A0}break here", 8, ["no\u{A0}break", "here"]),
    ("", 10, [""]),
    ("日", 1, ["日"]),
    ("exact fit", 9, ["exact fit"]),
  ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrap(text, width: width) == lines)
  }

  @Test func wrappingWithIndents() {
    #expect(
      TextLayout.wrap("one two three", width: 9, indent: "> ", hanging: "   ")
        == ["> one two", "   three"])
    #expect(TextLayout.wrap("one two", width: 6, indent: "  ") == ["  one", "  two"])
  }

  @Test func controlsAreWrittenOut() {
    #expect(TextLayout.visible("a\u{1B}[31m\n\u{202E}é") == "a\\u{1B}[31m\\u{A}\\u{202E}é")
  }

  @Test func stylesPaintOnlyWhenEnabled() {
    #expect(Style.plain.bold("a") == "a")
    #expect(Style.color.bold("a") == "\u{1B}[1ma\u{1B}[0m")
    #expect(Style.color.red("") == "")
    let painted = [
      Style.color.dim("x"), Style.color.underline("x"), Style.color.red("x"),
      Style.color.green("x"), Style.color.yellow("x"), Style.color.blue("x"),
      Style.color.magenta("x"), Style.color.cyan("x"),
    ]
    #expect(Set(painted).count == painted.count)
    #expect(painted.allSatisfy { displayWidth(of: $0) == 1 })
  }
}
