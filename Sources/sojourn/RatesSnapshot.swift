import CommandLineKit
import Quantities
import Remittances

/// `sojourn rates snapshot FOLDER`: makes the snapshot that Sojourn ships.
enum RatesSnapshot: Subcommand {
  static let command = Command(
    "snapshot", summary: "Make the shipped snapshot from the published files.",
    discussion: [
      "FOLDER holds the World Bank's rows of 2011 to 2014, the corridor means, the DataBank's "
        + "averages, the bilateral flows and the ECB's history of rates. The same files give the "
        + "same bytes."
    ],
    arguments: [Argument("FOLDER", summary: "Where the published files are.", kind: .directory)],
    options: [
      Option(
        "output", short: "o", value: "FILE", summary: "The snapshot to write.", kind: .file,
        isRequired: true),
      Option(
        "parities", value: "FOLDER", summary: "Where parities.csv is.", kind: .directory,
        defaultValue: "RateCache"),
      Option(
        "retrieved", value: "DATE", summary: "The day on which the files were fetched.",
        kind: .date, defaultValue: "2026-10-30"),
    ],
    examples: [
      Example(
        "sojourn rates snapshot ../shared/remittances -o RateCache/snapshot.sqlite",
        "Make the snapshot of this repository.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let output = try invocation.required("output")
    guard
      let retrieved = try invocation.value("retrieved", else: "is no day", read: { Day($0) })
    else { return .usage }
    return try PriceFailure.named {
      let summary = try SnapshotBuilder.build(
        from: invocation.required("FOLDER"), rateCache: invocation.required("parities"),
        retrieved: retrieved, to: output)
      try console.print(
        """
        Made \(output), \(summary.bytes) bytes:
          \(summary.rows) rows of services, \(summary.means) corridor means, \
        \(summary.dataBankMeans) averages of the DataBank,
          \(summary.rates) reference rates, \(summary.parities) parities, \(summary.flows) flows

        """)
      return .success
    }
  }
}
