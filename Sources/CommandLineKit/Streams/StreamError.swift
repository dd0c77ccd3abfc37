/// Reading or writing that did not work.
public enum StreamError: Error, Sendable, Equatable {
  /// Nobody reads the output any more: a reason to end quietly, not a failure.
  case closedPipe
  /// Writing failed, with the system's words.
  case writeFailed(String)
  /// Opening or reading `source` failed, with the system's words.
  case readFailed(source: String, String)
  /// The input from `source` is longer than `limit` bytes.
  case tooLarge(source: String, limit: Int)

  /// A stable name, independent of the wording.
  public var code: String {
    switch self {
    case .closedPipe: "output.closed-pipe"
    case .writeFailed: "output.write-failed"
    case .readFailed: "input.read-failed"
    case .tooLarge: "input.too-large"
    }
  }

  /// What to tell the user; nil for a closed pipe, of which nothing is said.
  public var message: String? {
    switch self {
    case .closedPipe: nil
    case .writeFailed(let reason): "cannot write the output: \(reason)"
    case .readFailed(let source, let reason): "cannot read \(source): \(reason)"
    case .tooLarge(let source, let limit):
      "\(source) is longer than the limit of \(ProgressLine.grouped(limit)) bytes"
    }
  }

  /// What the program ends with: 0 for a closed pipe, 65 for too much input, otherwise 74.
  public var exitCode: ExitCode {
    switch self {
    case .closedPipe: .success
    case .tooLarge: .badInput
    case .writeFailed, .readFailed: .inputOutput
    }
  }
}
