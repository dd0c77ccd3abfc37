import CommandLineKit

/// `sojourn benchmark import` and its kin: speed and memory against a yardstick in the same run.
enum Benchmark: Subcommand {
  static let command = Command(
    "benchmark", summary: "Measure this program against a yardstick.",
    subcommands: [
      BenchmarkImport.command, BenchmarkCorridor.command, BenchmarkEngine.command,
      BenchmarkPipeline.command, BenchmarkReader.command, BenchmarkCases.command,
    ], group: "Upkeep")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    switch invocation.path.last {
    case "engine": try BenchmarkEngine.run(invocation, console)
    case "pipeline": try BenchmarkPipeline.run(invocation, console)
    case "reader": try BenchmarkReader.run(invocation, console)
    case "cases": try BenchmarkCases.run(invocation, console)
    case "corridor": try BenchmarkCorridor.run(invocation, console)
    default: try BenchmarkImport.run(invocation, console)
    }
  }
}
