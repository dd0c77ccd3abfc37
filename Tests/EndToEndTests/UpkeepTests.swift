import Foundation
import Testing

@Suite struct UpkeepTests {
  @Test(arguments: ["totalization", "cases", "papers", "certainty", "prices"])
  func aTopicFitsThePageAndIsListed(topic: String) throws {
    let outcome = try Program.run("help", topic)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try Program.run("--help").output.contains(topic))
  }

  @Test(arguments: [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
  func theCompletionScriptIsOneTheShellCanRead(shell: String, check: [String]) throws {
    let outcome = try Program.run("completions", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("what-if"))
    let program = ["/bin/\(shell)", "/usr/bin/\(shell)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let program else { return }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = check
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(outcome.output.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func theManualNamesEveryCommand() throws {
    let manual = try Program.run("manual").output
    for command in [
      "entitlements", "arrives", "agreements", "remit", "rules check", "HOW PERIODS",
    ] {
      #expect(manual.contains(command))
    }
  }
}
