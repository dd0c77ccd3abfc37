import CommandLineKit

/// `sojourn benchmark import`: speed and memory against a yardstick in the same run.
enum Benchmark: Subcommand {
  static let command = Command(
    "benchmark", summary: "Measure this program against a yardstick.",
    subcommands: [BenchmarkImport.command], group: "Upkeep")

  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
    try await BenchmarkImport.run(invocation, console)
  }
}
