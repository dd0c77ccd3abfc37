import Foundation

/// Programs of the system and of this package that tests run.
enum Programs {
  /// Where a program is in the search path.
  static func path(of name: String) -> String? {
    let directories = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return directories.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The probe that the build put beside the tests; nil where it was not built.
  static let probe: String? = {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let path = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("FetchProbe").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Whether the long versions of slow tests were asked for.
  static let isLong = ProcessInfo.processInfo.environment["SOJOURN_LONG_TESTS"] == "1"

  /// Starts a program with its output in a pipe.
  static func start(_ path: String, _ arguments: [String]) throws -> (Process, Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  /// Runs a program to its end.
  static func run(
    _ path: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let (process, output) = try start(path, arguments)
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
