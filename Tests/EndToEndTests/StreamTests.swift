import Foundation
import Testing

@Suite struct StreamTests {
  private static func line() throws -> String {
    let url = Program.root.appending(path: "Rules/examples/cases/five-countries.json")
    return try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n").joined(separator: " ")
  }

  @Test func aStreamOfCasesIsAnsweredLineByLine() throws {
    let good = try Self.line()
    let input = "\(good)\n{\"id\":\"x\"}\n\n\(good)\n"
    let outcome = try Program.run("entitlements", "--ndjson", "--detail", "figures", input: input)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == lines.last)
    #expect(lines[1].hasPrefix("{\"format\":\"sojourn/error/1\",\"id\":\"x\",\"error\":{"))
    let single = try Program.run(
      "entitlements", "Rules/examples/cases/five-countries.json", "--format", "json")
    let full = try Program.run("entitlements", "--ndjson", input: good)
    #expect(full.output == single.output)
    #expect(try Program.run("entitlements", "--ndjson", "--strict", input: input).status == 65)
  }

  @Test func theNumberOfWorkersChangesNothing() throws {
    let cases = try Program.run("benchmark", "cases", "60").output
    let one = try Program.run("entitlements", "--ndjson", "-j", "1", input: cases)
    let many = try Program.run("entitlements", "--ndjson", "-j", "5", input: cases)
    #expect(one.output == many.output)
    #expect(one.output.split(separator: "\n").count == 60)
  }

  @Test func someSchemesAnswerAlone() throws {
    let lines = try Program.run(
      "entitlements", "--ndjson", "--detail", "figures", "--scheme", "DE.GRV", "--scheme", "CA.OAS",
      input: try Self.line())
    #expect(lines.status == 0, "\(lines.errors)")
    let params = "{\"case\":\(try Self.line()),\"detail\":\"figures\",\"schemes\":"
    let requests = try Program.run(
      "stdio",
      input: """
        {"jsonrpc":"2.0","id":1,"method":"entitlements","params":\(params)["DE.GRV","CA.OAS"]}}
        {"jsonrpc":"2.0","id":2,"method":"entitlements","params":\(params)["DE.GRX"]}}

        """
    ).output.split(separator: "\n")
    #expect(requests.count == 2)
    // The stream writes the figures the request does.
    let answer = lines.output.dropLast()
    #expect(requests.first?.hasSuffix("\"result\":\(answer)}") == true)
    #expect(answer.contains("DE.GRV") && answer.contains("CA.OAS") && !answer.contains("FR.CNAV"))
    #expect(requests.last?.contains("did you mean \\\"DE.GRV\\\"?") == true)
  }

  @Test func requestsAreAnsweredByTheMethodsOfTheCommandLine() throws {
    let input = """
      {"jsonrpc":"2.0","id":1,"method":"entitlements","params":{"case":\(try Self.line())}}
      {"jsonrpc":"2.0","id":2,"method":"agreements","params":{"country":"US","other":"DE"}}
      {"jsonrpc":"2.0","id":3,"method":"posting","params":{"home":"US","host":"DE","months":72}}
      {"jsonrpc":"2.0","id":4,"method":"remit","params":{"from":"US","to":"MX","amount":"300","offline":true}}
      {"jsonrpc":"2.0","id":5,"method":"arrives","params":{"case":\(try Self.line()),"to":"PH","offline":true}}
      {"jsonrpc":"2.0","id":6,"method":"rules.show","params":{"id":"US.OASDI"}}
      {"jsonrpc":"2.0","id":7,"method":"schema","params":{"name":"result"}}
      {"jsonrpc":"2.0","id":8,"method":"version"}

      """
    let outcome = try Program.run("stdio", "--strict", input: input)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 8)
    let formats = [
      "sojourn/result/1", "sojourn/agreements/1", "sojourn/posting/1", "sojourn/remit/1",
      "sojourn/arrives/1", "sojourn/page/1", "json-schema.org", "sojourn/version/1",
    ]
    for (index, (line, format)) in zip(lines, formats).enumerated() {
      #expect(line.hasPrefix("{\"jsonrpc\":\"2.0\",\"id\":\(index + 1),\"result\":"))
      #expect(line.contains(format))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test(arguments: ["case", "claim", "format", "what-if"])
  func whatAStreamCannotTakeIsRefused(option: String) throws {
    let words: [String: [String]] = [
      "case": ["x.json"], "claim": ["--claim", "2026-01-01"], "format": ["--format", "json"],
      "what-if": ["--what-if", "move MX"],
    ]
    let outcome = try Program.run(["entitlements", "--ndjson"] + (words[option] ?? []), input: "")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--ndjson"))
  }
}
