import Foundation

@testable import Interchange

/// Python's `jsonschema`, where it is installed.
struct Validator: Sendable {
  /// Nil where it cannot be imported.
  init?() {
    guard (try? Self.run("import jsonschema; jsonschema.Draft202012Validator", Data()))?.status == 0
    else { return nil }
  }

  /// "valid" or "invalid" for each text.
  func verdicts(on texts: [[UInt8]], by schema: JSONSchema) throws -> [String] {
    let program = """
      import json, sys, jsonschema
      lines = sys.stdin.buffer.read().split(b"\\x00")
      schema = json.loads(lines[0])
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for line in lines[1:]:
          try:
              print("valid" if validator.is_valid(json.loads(line)) else "invalid")
          except ValueError:
              print("no JSON")
      """
    var input = Data(schema.text.utf8)
    for text in texts { input += [0] + text }
    let (status, output) = try Self.run(program, input)
    guard status == 0 else { return ["exit code \(status)"] }
    return output.split(separator: "\n").map(String.init)
  }

  private static func run(_ program: String, _ input: Data) throws
    -> (status: Int32, output: String)
  {
    // A file as input: a pipe that is not drained would block both sides.
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
