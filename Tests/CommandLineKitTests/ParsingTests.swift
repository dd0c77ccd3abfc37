import Testing

@testable import CommandLineKit

@Suite struct ParsingTests {
  let harbor = ExampleProgram.harbor

  /// A command line, the command it names and some of its values.
  struct Line: CustomTestStringConvertible, Sendable {
    let words: [String]
    let path: String
    let values: [String: [String]]
    let flags: [String: Bool]

    init(
      _ line: String, _ path: String, _ values: [String: [String]] = [:],
      flags: [String: Bool] = [:]
    ) {
      words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
      self.path = path
      self.values = values
      self.flags = flags
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Line("log", "harbor log", ["DAY": []]),
    Line("log 2024-02-29", "harbor log", ["DAY": ["2024-02-29"]]),
    Line("berth Aurora --nights 3", "harbor berth", ["SHIP": ["Aurora"], "nights": ["3"]]),
    Line("berth --nights=3 Aurora", "harbor berth", ["SHIP": ["Aurora"], "nights": ["3"]]),
    Line("dock Aurora -n 3", "harbor berth", ["nights": ["3"]]),
    Line("berth Aurora -n3", "harbor berth", ["nights": ["3"]]),
    Line("berth Aurora -n=3", "harbor berth", ["nights": ["3"]]),
    Line("berth -lqn 3 Aurora", "harbor berth", ["nights": ["3"]], flags: ["lit": true]),
    Line("berth -lqn3 Aurora", "harbor berth", flags: ["lit": true, "quiet": true]),
    Line("berth A -n 3 --lit --no-lit", "harbor berth", flags: ["lit": false, "quiet": false]),
    Line("berth A -n 3 --no-lit --lit", "harbor berth", flags: ["lit": true, "sheltered": true]),
    Line("berth A -n 3 -c coal -c grain", "harbor berth", ["cargo": ["coal", "grain"]]),
    Line("berth A -n 3 --cargo=", "harbor berth", ["cargo": [""]]),
    Line("berth A -n 3 --cargo=a=b", "harbor berth", ["cargo": ["a=b"]]),
    Line("berth A -n 3 --draught -1.5", "harbor berth", ["draught": ["-1.5"]]),
    Line("berth A -n 3 -d-1.5", "harbor berth", ["draught": ["-1.5"]]),
    Line("dues pa -12.50", "harbor dues", ["FLAG": ["pa"], "TONNAGE": ["-12.50"]]),
    Line("dues PA 7 usd", "harbor dues", ["CURRENCY": ["usd"], "format": ["text"]]),
    Line("dues PA 7 -o -", "harbor dues", ["output": ["-"]]),
    Line("manifest check -", "harbor manifest check", ["FILE": ["-"]]),
    Line("manifest check a b c", "harbor manifest check", ["FILE": ["a", "b", "c"]]),
    Line("manifest check -- -a --help", "harbor manifest check", ["FILE": ["-a", "--help"]]),
    Line("manifest --strict ls", "harbor manifest list", flags: ["strict": true]),
    Line("manifest ls --strict", "harbor manifest list", flags: ["strict": true]),
    Line("--books /b -q log", "harbor log", ["books": ["/b"]], flags: ["quiet": true]),
    Line("log --books /b", "harbor log", ["books": ["/b"], "color": ["auto"]]),
    Line("berth '' -n 1", "harbor berth", ["SHIP": [""]]),
    Line("berth Ærø⚓ -n 1", "harbor berth", ["SHIP": ["Ærø⚓"]]),
  ])
  func understands(_ line: Line) throws {
    guard case .run(let invocation) = try harbor.parse(line.words) else {
      Issue.record("asks for no command to be run")
      return
    }
    #expect(invocation.path.joined(separator: " ") == line.path)
    for (name, texts) in line.values { #expect(invocation.texts(name) == texts, "\(name)") }
    for (name, isOn) in line.flags { #expect(invocation.flag(name) == isOn, "\(name)") }
  }

  @Test func typedAccessors() throws {
    let words = ["berth", "Aurora", "--nights", "12"]
    guard case .run(let invocation) = try harbor.parse(words) else {
      Issue.record("asks for no command to be run")
      return
    }
    #expect(invocation.integer("nights") == 12)
    #expect(try invocation.required("SHIP") == "Aurora")
    #expect(invocation.text("from") == nil)
    #expect(invocation.isGiven("nights"))
    #expect(!invocation.isGiven("books"))
    #expect(invocation.text("books") == ".")
    #expect(try invocation.value("SHIP", else: "is too short") { $0.count } == 6)
    #expect(try invocation.value("from", else: "is no day") { $0 } == nil)
    #expect(throws: UsageError.self) { try invocation.required("from") }
  }

  @Test func refusalPointsAtTheWord() throws {
    guard case .run(let invocation) = try harbor.parse(["berth", "-n", "12", "Aurora"]) else {
      Issue.record("asks for no command to be run")
      return
    }
    let error = #expect(throws: UsageError.self) {
      try invocation.value("SHIP", else: "is not in the books") { _ in Int?.none }
    }
    #expect(error?.code == .badValue)
    #expect(error?.index == 3)
    #expect(error?.message == "SHIP: \"Aurora\" is not in the books")
    #expect(invocation.refusal(of: "nights", "too many").index == 2)
    #expect(invocation.refusal(of: "from", "is needed here").message == "--from: is needed here")
  }

  @Test(arguments: [
    ("--help", "harbor"), ("-h", "harbor"), ("help", "harbor"), ("-qh", "harbor"),
    ("berth --help", "harbor berth"), ("berth --nights --help", "harbor berth"),
    ("berth --wrong -h", "harbor berth"), ("dock a b c d --help", "harbor berth"),
    ("--help berth --nights x", "harbor berth"), ("manifest -h", "harbor manifest"),
    ("help manifest check", "harbor manifest check"), ("help dock", "harbor berth"),
    ("help help", "harbor help"), ("nothing --help", "harbor"),
  ])
  func helpWins(line: String, path: String) throws {
    let request = try harbor.parse(line.split(separator: " ").map(String.init))
    guard case .inform(.command(let page), _) = request else {
      Issue.record("asks for no help: \(request)")
      return
    }
    #expect(page.path.title == path)
  }

  @Test func helpIsNotAskedBehindTheDashes() {
    #expect(throws: UsageError.self) { try harbor.parse(["log", "wrong", "--", "--help"]) }
  }

  @Test func helpKeepsInheritedOptions() throws {
    guard case .inform(_, let invocation) = try harbor.parse(["log", "-h", "--color", "never"])
    else {
      Issue.record("asks for no help")
      return
    }
    #expect(invocation.text("color") == "never")
  }

  @Test func versionAndTopics() throws {
    guard case .inform(let version, _) = try harbor.parse(["--version"]) else {
      Issue.record("asks for no text")
      return
    }
    #expect(version.render(width: 80) == "harbor 1.4.0\n")
    guard case .inform(let topic, _) = try harbor.parse(["help", "tides"]) else {
      Issue.record("asks for no text")
      return
    }
    #expect(topic.render(width: 80).hasPrefix("How tides are counted\n\nHeights"))
  }

  @Test func aProgramWithoutSubcommands() throws {
    let tool = Command(
      "tool", summary: "Does it.", arguments: [Argument("A", summary: "The first.")],
      options: [Option("help-level", short: "h", value: "N", summary: "How much.")])
    guard case .run(let invocation) = try tool.parse(["x", "-h", "2"]) else {
      Issue.record("the program's own -h must win")
      return
    }
    #expect(invocation.text("help-level") == "2")
    #expect(throws: UsageError.self) { try tool.parse(["--version"]) }
  }
}
