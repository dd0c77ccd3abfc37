import Testing

@testable import Interchange

@Suite struct RPCAnswererTests {
  private static let add = RPCMethod(
    "sum.of", title: "Sum", summary: "Adds.", parameters: "{\"type\": \"object\"}",
    result: "{\"type\": \"object\"}"
  ) { parameters, json in
    try parameters.allow(["a", "b", "loud"])
    let a = try parameters.required("a", try parameters.decimal("a"))
    let b = try parameters.decimal("b") ?? 0
    let sum = try a.adding(b)
    json.raw("{\"sum\":\"\(sum)\"}".utf8)
    return { "the sum is \(sum)" }
  }

  private func answer(_ line: String) -> (text: String, isGood: Bool) {
    let answerer = RPCAnswerer([Self.add], version: "9.9")
    var output = JSONWriter()
    let isGood = Array(line.utf8).withUnsafeBufferPointer {
      answerer.answer($0, number: 1, into: &output)
    }
    return (String(decoding: output.bytes, as: UTF8.self), isGood)
  }

  @Test(arguments: ["1", "-7", "\"x\"", "null", "1.5", "\"\\u0041\""])
  func theIdComesBackAsItWasWritten(id: String) {
    let line =
      "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"sum.of\",\"params\":{\"a\":1,\"b\":\"0.10\"}}"
    #expect(
      answer(line).text == "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":{\"sum\":\"1.10\"}}\n")
  }

  @Test(arguments: [
    ("nonsense", -32700), ("{\"jsonrpc\":\"2.0\"", -32700), ("[1,]", -32700), ("[]", -32600),
    ("1", -32600), ("{}", -32600), ("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"sum.of\"}", -32600),
    ("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum\"}", -32601),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\"}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":[1]}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":{\"a\":1,\"a\":2}}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":{\"a\":true}}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":{\"c\":1}}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":{\"a\":1}} x", -32700),
  ])
  func aFaultHasItsNumber(line: String, number: Int) {
    let answer = answer(line)
    #expect(!answer.isGood)
    #expect(answer.text.contains("\"code\":\(number),"), "\(answer.text)")
    #expect(answer.text.hasSuffix("}\n"))
  }

  @Test(arguments: [
    "{\"jsonrpc\":\"2.0\",\"method\":\"sum.of\",\"params\":{\"a\":1}}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"nothing\"}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
    "[{\"jsonrpc\":\"2.0\",\"method\":\"sum.of\",\"params\":{\"a\":1}}]",
  ])
  func nothingIsSaidToNotificationsAndAnswers(line: String) {
    #expect(answer(line).text.isEmpty)
  }

  @Test func aBatchIsAnsweredInOneLine() {
    let one = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum.of\",\"params\":{\"a\":1}}"
    let silent = "{\"jsonrpc\":\"2.0\",\"method\":\"sum.of\",\"params\":{\"a\":1}}"
    let text = answer("[\(one), \(silent), 7, \(one)]").text
    #expect(text.hasPrefix("[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"sum\":\"1\"}},"))
    #expect(text.contains("-32600"))
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.hasSuffix("\"result\":{\"sum\":\"1\"}}]\n"))
  }

  // MARK: Model Context Protocol

  private func call(_ method: String, _ parameters: String) -> String {
    answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\(method)\",\"params\":\(parameters)}").text
  }

  private static let modern =
    "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}"

  @Test(arguments: [
    ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25"),
  ])
  func aHandshakeAgreesOnAVersion(wanted: String, given: String) {
    let text = call("initialize", "{\"protocolVersion\":\"\(wanted)\",\"capabilities\":{}}")
    #expect(text.contains("\"protocolVersion\":\"\(given)\""))
    #expect(text.contains("\"name\":\"sojourn\""))
  }

  @Test func toolsAreListedAndCalled() {
    #expect(call("tools/list", "{}").contains("\"name\":\"sum_of\""))
    let text = call("tools/call", "{\"name\":\"sum_of\",\"arguments\":{\"a\":2}}")
    #expect(text.contains("\"structuredContent\":{\"sum\":\"2\"}"))
    #expect(text.contains("the sum is 2"))
    #expect(!text.contains("resultType"))
    let wrong = call("tools/call", "{\"name\":\"sum_of\",\"arguments\":{}}")
    #expect(wrong.contains("\"isError\":true") && wrong.contains("is missing"))
    #expect(call("tools/call", "{\"name\":\"sum\"}").contains("-32602"))
    #expect(call("ping", "{}").contains("\"result\":{}"))
  }

  @Test func aRequestThatStandsAloneNamesItsVersion() {
    let list = call("tools/list", "{\(Self.modern)}")
    #expect(list.contains("\"resultType\":\"complete\"") && list.contains("\"ttlMs\":"))
    let discovered = call("server/discover", "{\(Self.modern)}")
    #expect(discovered.contains("\"supportedVersions\":[\"2026-07-28\"]"))
    let called = call("tools/call", "{\"name\":\"sum_of\",\"arguments\":{\"a\":2},\(Self.modern)}")
    #expect(called.contains("\"resultType\":\"complete\""))
    let old = Self.modern.replacing("2026-07-28", with: "2030-01-01")
    let refused = call("tools/list", "{\(old)}")
    #expect(refused.contains("-32022") && refused.contains("\"requested\":\"2030-01-01\""))
  }
}
