import CommandLineKit

/// `sojourn rates status | refresh | import | export | snapshot`: the prices and rates on this machine.
enum Rates: Subcommand {
  static let command = Command(
    "rates", summary: "Manage the prices and exchange rates on this machine.",
    subcommands: [
      RatesStatus.command, RatesRefresh.command, RatesImport.command, RatesExport.command,
      RatesSnapshot.command,
    ], group: "Money home")

  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
    switch invocation.path.last {
    case "refresh": try await RatesRefresh.run(invocation, console)
    case "import": try await RatesImport.run(invocation, console)
    case "export": try await RatesExport.run(invocation, console)
    case "snapshot": try await RatesSnapshot.run(invocation, console)
    default: try await RatesStatus.run(invocation, console)
    }
  }
}
