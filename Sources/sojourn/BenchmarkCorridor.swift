import CommandLineKit
import Remittances

/// `sojourn benchmark corridor`: how long a question about a corridor takes, the whole process.
enum BenchmarkCorridor: Subcommand {
  /// What must hold, in milliseconds.
  static let most = 30.0

  static let command = Command(
    "corridor", summary: "Measure questions that the stored prices answer.",
    discussion: [
      "Each question is a process of its own, run twenty times; the median of its time is given "
        + "beside that of a process that does nothing."
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    guard let program = PricePlaces.executable else {
      throw Failure("sojourn: the path of this program is not known", .internalError)
    }
    let nothing = try median([program, "--version"])
    try console.print("nothing (--version): \(milliseconds(nothing)) ms\n")
    var worst = 0.0
    for words in [
      ["remit", "DE", "TR", "200", "--offline"], ["remit", "--stats", "GB", "NG"],
      ["remit", "--rank-from", "GB"],
    ] {
      let time = try median([program] + words)
      worst = max(worst, time)
      try console.print("\(words.joined(separator: " ")): \(milliseconds(time)) ms\n")
    }
    try console.print("at most \(milliseconds(most)) ms each\n")
    return worst <= most ? .success : .internalError
  }

  /// The median of twenty runs, in milliseconds.
  private static func median(_ words: [String]) throws -> Double {
    let times = try (0..<20).map { _ in try Child.run(words, isSilent: true).seconds }.sorted()
    return times[times.count / 2] * 1000
  }

  private static func milliseconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
