import CommandLineKit
import Quantities
import Remittances

/// `sojourn rates export`: what is stored, as comma-separated values.
enum RatesExport: Subcommand {
  static let command = Command(
    "export", summary: "Write the stored prices as comma-separated values.",
    discussion: [
      "Rows have the columns of the World Bank's workbook and a last one with their flags; they "
        + "can be imported again. What was imported is written, or where nothing was, the snapshot "
        + "that Sojourn ships."
    ],
    options: [
      Option(
        "what", value: "KIND", summary: "Single rows, or means by corridor and quarter.",
        kind: .choice(["rows", "means"]), defaultValue: "rows"),
      Option("from", value: "COUNTRY", summary: "Only rows from this country.", kind: .country),
      Option("to", value: "COUNTRY", summary: "Only rows to this country.", kind: .country),
      Option("database", value: "FILE", summary: "Write what this database holds.", kind: .file),
    ],
    flags: [Flag("snapshot", summary: "Write the snapshot even where something was imported.")],
    examples: [
      Example("sojourn rates export --from GB > gb.csv", "All rows from the United Kingdom.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try PriceFailure.named {
      let countries = try ["from", "to"].map { name in
        try invocation.value(name, else: "is no country", read: { Country($0) })
      }
      var export = PriceExport(try archive(invocation)) { try console.print($0) }
      if invocation.text("what") == "means" {
        try export.means()
      } else {
        try export.rows(from: countries[0], to: countries[1])
      }
      return .success
    }
  }

  private static func archive(_ invocation: Invocation) throws -> PriceArchive {
    if let path = invocation.text("database") { return try .imported(path) }
    let usual = invocation.flag("snapshot") ? nil : PricePlaces.imported()
    if let usual, PricePlaces.exists(usual) { return try .imported(usual) }
    guard let path = PricePlaces.snapshot() else {
      throw Failure(
        "sojourn: nothing was imported, and RateCache/snapshot.sqlite was not found; name its "
          + "folder in SOJOURN_RATE_CACHE", .unavailable)
    }
    return try .snapshot(path)
  }
}
