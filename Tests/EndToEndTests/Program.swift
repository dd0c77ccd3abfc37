import Foundation

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the tests it was built with.
  static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "sojourn")

  /// What the sanitizers of a test run are told, for the program they watch too.
  static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// What the name of the file holds that the thread sanitizer makes for itself and takes away.
  static let sanitizerFile = "/tsan.rodata."

  /// Runs the program with a fixed day, no colour and a width of 80.
  ///
  /// - Parameter input: what it reads on standard input, written piece by piece until it stops reading.
  static func run(
    _ arguments: String..., input: String? = nil, pieces: Int = 1,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, pieces: pieces, environment: environment)
  }

  static func run(
    _ arguments: [String], input: String? = nil, pieces: Int = 1,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = root
    var variables = [
      "SOJOURN_TODAY": "2026-11-23", "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin", "SOJOURN_RULES": root.appending(path: "Rules").path,
    ]
    variables.merge(environment) { $1 }
    process.environment = variables.merging(sanitizers) { $1 }
    let (stdout, stderr, stdin) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = stdout
    process.standardError = stderr
    process.standardInput = stdin
    try process.run()
    let writer = Thread {
      signal(SIGPIPE, SIG_IGN)
      let handle = stdin.fileHandleForWriting
      if let data = input.map({ Data($0.utf8) }) {
        for _ in 0..<pieces { if (try? handle.write(contentsOf: data)) == nil { break } }
      }
      try? handle.close()
    }
    writer.start()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}
