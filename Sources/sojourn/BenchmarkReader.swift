import CommandLineKit
import Glibc
import Interchange
import Quantities

/// `sojourn benchmark reader`: the case reader alone, on the lines of a file.
///
/// `Tests/Benchmarks/run` sets it against another reader on the same file.
enum BenchmarkReader {
  static let command = Command(
    "reader", summary: "Measure the reader of cases alone.",
    discussion: [
      "Reads every line of a file of cases as a case, and prints how many it reads in a second: "
        + "the best of the rounds. A line that is not a case ends the measurement."
    ],
    arguments: [Argument("cases", summary: "A file of cases, one a line.", kind: .file)],
    options: [
      Option(
        "rounds", value: "N", summary: "How often the file is read.", kind: .integer(1...1000),
        defaultValue: "5")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = try invocation.required("cases")
    var input = try StandardInput(path: path, limit: 1 << 30)
    let lines = try input.readAll().split(separator: 0x0A).map(Array.init)
    guard !lines.isEmpty else { throw Failure("sojourn: \(path) holds no case", .badInput) }
    let today = console.today
    var best = Double.infinity
    for _ in 0..<(invocation.integer("rounds") ?? 5) {
      let began = now()
      for (index, line) in lines.enumerated() {
        do {
          _ = try CaseReader.read(line, today: today)
        } catch {
          throw Failure(error.rendered(file: "\(path), line \(index + 1)", bytes: line), .badInput)
        }
      }
      best = min(best, now() - began)
    }
    try console.print("\(Int(Double(lines.count) / best))\n")
    return .success
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
