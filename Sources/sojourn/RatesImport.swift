import CommandLineKit
import Presentation
import Remittances

/// `sojourn rates import FILE`: the World Bank's prices into the database on this machine.
enum RatesImport: Subcommand {
  static let command = Command(
    "import", summary: "Import the World Bank's prices from a workbook or CSV.",
    discussion: [
      "Reads Remittance Prices Worldwide as the World Bank publishes it, the .xlsx workbook with "
        + "both of its sheets, or CSV with the same columns, plain or compressed by gzip. Every row "
        + "is kept as it stands; what is doubtful about it becomes a flag on the row.",
      "Quarters that the file has take the place of the same quarters of earlier imports. Either "
        + "all of the file is imported or nothing is.",
    ],
    arguments: [Argument("FILE", summary: "The workbook or CSV file.", kind: .file)],
    options: [
      Option(
        "database", value: "FILE",
        summary: "Import into this database instead of the one beside the cache.", kind: .file)
    ],
    flags: [Flag("quiet", short: "q", summary: "Say nothing but errors.")],
    examples: [
      Example("sojourn rates import rpw_dataset_2011_2025_q3.xlsx", "Import the whole workbook.")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = try invocation.required("FILE")
    guard let place = invocation.text("database") ?? PricePlaces.imported() else {
      throw invocation.refusal(
        of: "database", "the home directory is not known",
        hint: "Name the database with --database.")
    }
    let progress = ProgressLine("importing", unit: .items("rows"))
    defer { progress.finish() }
    return try PriceFailure.named {
      let database = try PriceDatabase.create(place)
      let summary = try PriceImport.run(path, into: database, retrieved: .now()) {
        progress.update(to: $0)
      }
      progress.finish()
      if !invocation.flag("quiet") {
        try console.print(ImportReport.text(summary, database: place))
      }
      return .success
    }
  }
}
