import CommandLineKit

/// `sojourn rates status | refresh | import | export | snapshot`: the prices and rates on this machine.
enum Rates: Subcommand {
  static let command = Command(
    "rates", summary: "Manage the prices and exchange rates on this machine.",
    subcommands: [
      RatesStatus.command, RatesRefresh.command, RatesImport.command, RatesExport.command,
      RatesSnapshot.command,
    ], group: "Money home")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    switch invocation.path.last {
    case "refresh": try RatesRefresh.run(invocation, console)
    case "import": try RatesImport.run(invocation, console)
    case "export": try RatesExport.run(invocation, console)
    case "snapshot": try RatesSnapshot.run(invocation, console)
    default: try RatesStatus.run(invocation, console)
    }
  }
}
