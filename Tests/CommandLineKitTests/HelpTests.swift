import Testing

@testable import CommandLineKit

@Suite struct HelpTests {
  let harbor = ExampleProgram.harbor

  @Test(arguments: [60, 80, 120], [[], ["berth"], ["dues"], ["manifest"], ["manifest", "check"]])
  func snapshot(width: Int, words: [String]) throws {
    let page = try #require(harbor.help(for: words))
    let name = (["harbor"] + words).joined(separator: "-")
    try Snapshot.expect(page.render(width: width), named: "help-\(name)-\(width)")
  }

  @Test(arguments: [60, 80])
  func topicSnapshot(width: Int) throws {
    let topic = try #require(harbor.topics.first)
    try Snapshot.expect(
      Page.topic(topic).render(width: width), named: "help-topic-tides-\(width)")
  }

  @Test(arguments: [0, 20, 23, 31, 47, 64, 79, 200])
  func neverWiderThanAsked(width: Int) throws {
    for path in CommandPath(root: harbor.withBuiltIns).tree {
      for style in [Style.plain, .color] {
        for line in HelpPage(path: path).render(width: width, style: style).split(separator: "\n") {
          #expect(displayWidth(of: String(line)) <= max(20, width), "\(path.title): \(line)")
        }
      }
    }
  }

  @Test func colourAddsNothingButEscapes() throws {
    let page = try #require(harbor.help(for: ["berth"]))
    let plain = page.render(width: 80)
    let colored = page.render(width: 80, style: .color)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1mOptions\u{1B}[0m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
  }

  @Test func everyCommandIsListedAndExplained() throws {
    let text = try #require(harbor.help()).render(width: 100)
    for command in harbor.subcommands {
      #expect(text.contains("  \(command.name) "))
      #expect(text.contains(command.summary))
    }
    #expect(harbor.help(for: ["nowhere"]) == nil)
    #expect(harbor.help(for: ["dock"])?.path.title == "harbor berth")
  }
}
