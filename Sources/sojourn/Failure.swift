import CommandLineKit

/// A fault a command reports in its own words, with the exit code that tells its kind.
struct Failure: Error {
  let message: String
  let exitCode: ExitCode

  init(_ message: String, _ exitCode: ExitCode) {
    self.message = message
    self.exitCode = exitCode
  }
}
