import CommandLineKit
import Glibc
import Interchange

/// Answers standard input line by line with as many workers as the command line asks for.
enum LineStream {
  static func run(
    _ invocation: Invocation, _ console: Console, limit: Int,
    makeAnswerer: @escaping @Sendable () -> any LineAnswerer
  ) throws -> ExitCode {
    let jobs = invocation.integer("jobs") ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var input = try StandardInput(path: "-", limit: nil)
    let output = console.output
    let pipeline = LinePipeline(
      limit: limit, jobs: jobs,
      write: { bytes in
        try output.write(bytes: bytes)
        // Whoever waits for this answer gets it now; in bulk a block is a good size to write.
        try output.flush()
      }, makeAnswerer: makeAnswerer)
    let outcome = try pipeline.run { try input.read(into: $0) }
    return invocation.flag("strict") && outcome.failedLines > 0 ? .badInput : .success
  }
}
