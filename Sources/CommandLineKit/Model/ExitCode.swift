/// How a program ends, after BSD's `sysexits.h`.
public enum ExitCode: Int32, Sendable, CaseIterable {
  case success = 0
  case usage = 64
  case badInput = 65
  case unavailable = 69
  case internalError = 70
  case inputOutput = 74

  /// A stable name for messages and machine-readable output.
  public var name: String {
    switch self {
    case .success: "success"
    case .usage: "usage"
    case .badInput: "bad-input"
    case .unavailable: "unavailable"
    case .internalError: "internal-error"
    case .inputOutput: "input-output"
    }
  }

  /// What it means, in one sentence.
  public var text: String {
    switch self {
    case .success: "All went well, or the reader closed the pipe."
    case .usage: "The command line was wrong."
    case .badInput: "The input was wrong or too large."
    case .unavailable: "A source that was needed did not answer."
    case .internalError: "The program itself is at fault."
    case .inputOutput: "Reading or writing failed."
    }
  }
}
