import Formula
import Testing

@testable import RuleBook

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (YAMLNode?, [Diagnostic]) {
    let findings = Findings()
    let node = YAMLReader.read(SourceText(file: "x.yaml", bytes: Array(text.utf8)), findings)
    return (node, findings.diagnostics)
  }

  @Test func scalarsStayText() {
    let (node, faults) = read("a: no\nb: 1.10\nc: 2024-07-01\nd: [x, 'y']\ne: ~\n")
    #expect(faults.isEmpty)
    #expect(node?["a"]?.text == "no")
    #expect(node?["b"]?.text == "1.10")
    #expect(node?["c"]?.text == "2024-07-01")
    #expect(node?["d"]?.items?.compactMap(\.text) == ["x", "y"])
    #expect(node?["e"]?.text == "~")
  }

  @Test(arguments: [
    ("a: &x 1\n", "yaml.anchor", 1, 4), ("a: 1\nb: *x\n", "yaml.alias", 2, 4),
    ("a: !!int 1\n", "yaml.tag", 1, 4), ("a: 1\na: 2\n", "yaml.duplicate-key", 2, 1),
    ("a: 1\n---\nb: 2\n", "yaml.documents", 3, 1), ("a: [1\nb: 2\n", "yaml.syntax", 2, 2),
    ("", "yaml.empty", 1, 1), ("[a, b]: 1\n", "yaml.key", 1, 1),
    (String(repeating: "[", count: 40), "yaml.too-deep", 1, 34),
  ])
  func faultsArePlaced(text: String, code: String, line: Int, column: Int) {
    let (_, faults) = read(text)
    #expect(faults.map(\.code) == [code])
    #expect(faults.first?.location == SourceLocation(file: "x.yaml", line: line, column: column))
  }

  @Test func severalFaultsAreGathered() {
    let (_, faults) = read("a: &x 1\na: 2\nb: !t 3\n")
    #expect(faults.map(\.code) == ["yaml.anchor", "yaml.duplicate-key", "yaml.tag"])
  }

  @Test func textThatIsNotUTF8IsRefused() {
    let findings = Findings()
    let bytes: [UInt8] = Array("a: 1\nb: ".utf8) + [0xFF, 0x0A]
    #expect(YAMLReader.read(SourceText(file: "x", bytes: bytes), findings) == nil)
    #expect(findings.diagnostics.first?.code == "yaml.encoding")
    #expect(findings.diagnostics.first?.location.line == 2)
  }

  /// Every word of a text is found again where it stands, however the text was written.
  @Test(arguments: [
    "k: alpha beta * gamma\n", "k: 'alpha ''beta'' gamma'\n",
    "k: \"alpha \\\"beta\\\" \\u00e4 gamma\"\n",
    "k: >\n  alpha\n  beta\n\n  gamma\n", "k: |\n  alpha\n    beta\n  gamma\n",
    "k: alpha\n  beta\n  gamma\n", "k: \"alpha\n  beta \\\n  gamma\"\n",
    "k: '§ alpha beta gamma'\n",
    "k: >- # why\n  alpha beta\n  gamma",
  ])
  func wordsKeepTheirPlaces(text: String) throws {
    let (node, faults) = read(text)
    #expect(faults.isEmpty)
    let fragment = try #require(node?["k"]?.fragment)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for word in ["alpha", "beta", "gamma"] {
      let index = try #require(fragment.text.firstRange(of: word)?.lowerBound)
      let offset = fragment.text.utf8.distance(from: fragment.text.startIndex, to: index)
      let place = fragment.location(of: offset)
      #expect(lines[place.line - 1].dropFirst(place.column - 1).hasPrefix(word), "\(place)")
    }
  }
}
