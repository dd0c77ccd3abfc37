import Testing

@testable import CommandLineKit

@Suite struct ModelTests {
  @Test func theExampleIsConsistent() {
    #expect(ExampleProgram.harbor.faults() == [])
  }

  @Test(arguments: [
    (
      Command(
        "x", summary: "", arguments: [Argument("A", summary: "")],
        subcommands: [Command("y", summary: "")]),
      "x: a command with subcommands cannot have arguments"
    ),
    (
      Command(
        "x", summary: "",
        arguments: [
          Argument("A", summary: "", arity: .optional), Argument("B", summary: ""),
        ]),
      "x: the required B follows the optional A"
    ),
    (
      Command(
        "x", summary: "",
        arguments: [
          Argument("A", summary: "", arity: .variadic(atLeast: 0)),
          Argument("B", summary: "", arity: .optional),
        ]),
      "x: A takes all, B none"
    ),
    (
      Command(
        "x", summary: "", options: [Option("lit", value: "X", summary: "")],
        flags: [Flag("lit", summary: "")]),
      "x: the option --lit is declared twice"
    ),
    (
      Command(
        "x", summary: "", options: [Option("no-lit", value: "X", summary: "")],
        flags: [Flag("lit", summary: "", hasNegative: true)]),
      "x: the option --no-lit is declared twice"
    ),
    (
      Command(
        "x", summary: "", options: [Option("a", short: "l", value: "X", summary: "")],
        flags: [Flag("b", short: "l", summary: "")]),
      "x: the option -l is declared twice"
    ),
    (
      Command(
        "x", summary: "",
        subcommands: [
          Command("y", summary: "", subcommands: [Command("a", summary: "")]),
          Command("z", aliases: ["y"], summary: ""),
        ]),
      "x: the subcommand y is declared twice"
    ),
    (
      Command(
        "x", summary: "", subcommands: [Command("y", summary: "")],
        topics: [Topic(name: "y", title: "", text: "")]),
      "x: the topic y has the name of a command"
    ),
    (
      Command(
        "x", summary: "",
        options: [
          Option("n", value: "N", summary: "", kind: .integer(1...5), defaultValue: "6")
        ]),
      "x: the default of --n: \"6\" is not a whole number from 1 to 5"
    ),
    (
      Command(
        "x", summary: "",
        options: [Option("n", value: "N", summary: "", isRequired: true, defaultValue: "6")]),
      "x: --n is required and has a default"
    ),
    (
      Command(
        "x", summary: "", arguments: [Argument("A", summary: "", kind: .choice(["a b"]))]),
      "x: \"a b\" cannot be completed by a shell"
    ),
  ])
  func findsFaults(command: Command, fault: String) {
    #expect(command.faults().contains(fault))
  }

  @Test(arguments: [
    (ValueKind.text, ["", "x", "-"], []),
    (.file, ["a", "-"], [""]),
    (.directory, ["a/"], [""]),
    (.choice(["a", "b"]), ["a", "b"], ["A", "", "ab"]),
    (.integer(0...600), ["0", "600", "07"], ["-1", "601", "", "1.0", "99999999999999999999"]),
    (.integer(1 ... .max), ["1", "9223372036854775807"], ["0"]),
    (
      .decimalText, ["0", "-1", "1.50", "123456789012345678901234567890.1"],
      ["", "-", "+1", "1,5", "1.", ".5", "1.2.3", "1e3", "١", " 1", "--1"]
    ),
    (
      .date, ["2026-12-01", "2000-02-29", "0001-01-01"],
      [
        "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-04-31", "2026-01-00",
        "20260101", "2026-01-01x", "2026-01-0١", "",
      ]
    ),
    (.country, ["MX", "mx"], ["M", "MEX", "M1", "é", "", "{|"]),
    (.currency, ["MXN", "eur"], ["MX", "MXNN", "M N", "@@@"]),
  ])
  func valueKindsJudgeTheWrittenForm(kind: ValueKind, good: [String], bad: [String]) {
    for text in good { #expect(kind.fault(in: text) == nil, "\(text)") }
    for text in bad { #expect(kind.fault(in: text) != nil, "\(text)") }
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("fromat", "format", 1),
    ("tset", "test", 1), ("same", "same", 0), ("ca", "abc", 3),
  ])
  func editDistances(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left), Array(right)) == distance)
    #expect(editDistance(Array(right), Array(left)) == distance)
  }

  @Test(arguments: [
    ("stauts", ["start", "status"], "status"), ("refr", ["rest", "refresh"], "refresh"),
    ("x", ["a", "b"], nil), ("F", ["f"], "f"), ("", ["a"], nil), ("entirely", ["else"], nil),
  ])
  func suggestsTheNearest(word: String, candidates: [String], expected: String?) {
    #expect(nearest(to: word, among: candidates) == expected)
  }

  @Test func suggestsNothingForALongWord() {
    #expect(nearest(to: String(repeating: "a", count: 1_000_000), among: ["a"]) == nil)
  }
}
