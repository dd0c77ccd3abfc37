import CommandLineKit

/// `sojourn benchmark cases N`: invented careers to measure with, the same at every run.
enum BenchmarkCases {
  static let command = Command(
    "cases", summary: "Write invented two-country careers, one a line.",
    arguments: [Argument("N", summary: "How many.", kind: .integer(1...100_000_000))],
    examples: [
      Example("sojourn benchmark cases 100000 > cases.ndjson", "A file to measure with.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    _ = try invocation.required("N")
    var generator = CareerGenerator(seed: 20_261_124)
    for index in 0..<(invocation.integer("N") ?? 1) {
      let line = generator.line(index) + [0x0A]
      try line.withUnsafeBytes { try console.output.write(bytes: $0) }
    }
    return .success
  }
}
