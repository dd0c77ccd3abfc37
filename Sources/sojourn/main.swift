import CommandLineKit
import Glibc
import RuleBook

/// Runs one command line and says how it ended.
func run(_ words: [String], _ output: StandardOutput) -> ExitCode {
  var errors = Terminal(descriptor: 2)
  do {
    let request = try Root.command.parse(words)
    switch request {
    case .inform(let page, let invocation):
      let console = Console(output: output, terminal: terminal(invocation))
      try console.print(page.render(width: console.width, style: console.style))
    case .run(let invocation):
      errors = Terminal(descriptor: 2, color: policy(invocation))
      let console = Console(output: output, terminal: terminal(invocation))
      guard let subcommand = Root.subcommand(invocation.path) else { return .usage }
      let code = try subcommand.run(invocation, console)
      try output.flush()
      return code
    }
    try output.flush()
    return .success
  } catch let error as UsageError {
    StandardError.write(
      error.report(program: "sojourn", words: words, width: errors.width, style: errors.style))
    return .usage
  } catch let error as StreamError {
    if let message = error.message { StandardError.write("sojourn: \(message)\n") }
    return error.exitCode
  } catch let error as Failure {
    try? output.flush()
    StandardError.write(error.message.hasSuffix("\n") ? error.message : error.message + "\n")
    return error.exitCode
  } catch {
    try? output.flush()
    StandardError.write("sojourn: \(error)\n")
    return .internalError
  }
}

func policy(_ invocation: Invocation) -> Terminal.ColorPolicy {
  invocation.text("color").flatMap { Terminal.ColorPolicy(rawValue: $0) } ?? .auto
}

func terminal(_ invocation: Invocation) -> Terminal {
  Terminal(descriptor: 1, color: policy(invocation))
}

/// Lets every signal come: a parent that starts programs from a dispatch queue blocks them, and
/// could not stop this one.
func unblockSignals() {
  var none = sigset_t()
  sigemptyset(&none)
  sigprocmask(SIG_SETMASK, &none, nil)
}

unblockSignals()
let output = StandardOutput()
let code = run(Array(CommandLine.arguments.dropFirst()), output)
exit(code.rawValue)
