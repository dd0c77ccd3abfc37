import Testing

@testable import CommandLineKit

@Suite struct ManualTests {
  let page = ManualPage.render(ExampleProgram.harbor)

  @Test func snapshot() throws {
    try Snapshot.expect(page, named: "manual")
  }

  @Test(.enabled(if: Subprocess.has("groff")))
  func groffHasNothingToSay() throws {
    try Subprocess.withFile(page) { file in
      let outcome = try Subprocess.run("groff", ["-man", "-ww", "-z", "-Tutf8", file])
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
    }
  }

  @Test(.enabled(if: Subprocess.has("groff")))
  func groffPrintsWhatWasMeant() throws {
    let tool = Command(
      "tool", summary: "Prints Ærø, 港 and \\n.",
      discussion: [".SH is no heading here, 'nor is this'", "A ~ tilde ^ and `back`-ticks."])
    try Subprocess.withFile(ManualPage.render(tool, date: "2026-12-01")) { file in
      let outcome = try Subprocess.run("groff", ["-man", "-ww", "-Tutf8", "-P-cbou", file])
      for text in [
        "Prints Ærø, 港 and \\n.", ".SH is no heading here, 'nor is this'",
        "A ~ tilde ^ and `back`-ticks.", "2026-12-01", "64     The command line was wrong.",
      ] {
        #expect(outcome.output.contains(text), "\(text)\n\(outcome.output)")
      }
      #expect(outcome.errors == "")
    }
  }

  @Test(.enabled(if: Subprocess.has("man")))
  func manHasNothingToSay() throws {
    try Subprocess.withFile(page, named: "harbor.1") { file in
      let outcome = try Subprocess.run("man", ["--warnings", "-l", file])
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
    }
  }
}
