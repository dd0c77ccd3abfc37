import Foundation

/// An interview in a pseudo-terminal, or with its answers in a file, in a folder of its own.
struct InterviewRun {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "sojourn-interview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  static let isPossible = RemitRun.path(of: "python3") != nil

  /// What a person does: waits for a text on the screen, then types, or lets something happen.
  struct Step: Encodable {
    var wait = ""
    var send: String?
    var signal: String?
    var close: Bool?
    /// A question that is answered with an empty line as often as it comes before.
    var skip: String?

    init(_ wait: String, _ send: String, skipping skip: String? = nil) {
      (self.wait, self.send, self.skip) = (wait, send + "\n", skip)
    }

    init(_ wait: String, keys: String) { (self.wait, send) = (wait, keys) }

    init(_ wait: String, signal: String? = nil, closes: Bool? = nil) {
      (self.wait, self.signal, close) = (wait, signal, closes)
    }
  }

  struct Screen: Decodable {
    let screen: String
    let status: Int32
    /// The text that did not come.
    let stuck: String?
  }

  private struct Scenario: Encodable {
    let command: [String]
    let environment: [String: String]
    let steps: [Step]
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  }

  /// Environment of a run that finds nothing of the machine's own.
  private var environment: [String: String] {
    Program.sanitizers.merging([
      "SOJOURN_TODAY": "2026-11-23", "LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": folder.path,
      "SOJOURN_RULES": Program.root.appending(path: "Rules").path, "XDG_CACHE_HOME": "",
      "SOJOURN_CACHE": "", "SOJOURN_LANGUAGE": "", "NO_COLOR": "",
    ]) { $1 }
  }

  /// Leads an interview in a pseudo-terminal.
  func terminal(
    _ arguments: [String], environment more: [String: String] = [:], _ steps: [Step]
  ) throws -> Screen {
    let scenario = Scenario(
      command: [Program.url.path, "interview"] + arguments,
      environment: environment.merging(more) { $1 }, steps: steps)
    let script = Program.root.appending(path: "Tests/EndToEndTests/terminal.py").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script]
    process.currentDirectoryURL = folder
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(scenario))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Screen.self, from: data)
  }

  /// Runs an interview whose answers stand in a file.
  ///
  /// - Parameter tracer: a program with its options that runs it.
  func answers(
    _ lines: [String], _ options: [String] = [], tracer: [String] = []
  ) throws -> Program.Outcome {
    let file = folder.appending(path: "lines.txt")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      tracer + [Program.url.path, "interview", "--answers", file.path] + options
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}
