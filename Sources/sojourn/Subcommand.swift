import CommandLineKit

/// A command of the program: its description and what it does.
protocol Subcommand: Sendable {
  static var command: Command { get }

  /// - Throws: `UsageError`, `StreamError`, or a fault that `Failure` can describe.
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode
}
