import CommandLineKit
import Presentation
import Remittances

/// `sojourn rates status`: the price sources and what the cache holds of each.
enum RatesStatus: Subcommand {
  static let command = Command(
    "status", summary: "List the price sources and what the cache holds of each.",
    options: [
      Option(
        "format", value: "FORMAT", summary: "How to write the list.",
        kind: .choice(["text", "json"]), defaultValue: "text")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let setting = try RemitSetting(console, makesCache: false)
    var summary: CacheSummary?
    do {
      summary = try setting.cache?.summary(now: .now())
    } catch {
      RemitSetting.warn("\(error)", console)
    }
    let table = RatesTable(sources: setting.sources, summary: summary, now: .now())
    if invocation.text("format") == "json" {
      try console.print(table.json(cachePath: setting.place?.path).line + "\n")
      return .success
    }
    for line in table.lines(width: console.width, style: console.style) {
      try console.print(line + "\n")
    }
    if let place = setting.place {
      try console.print("Cache: \(TextLayout.visible(place.path))\n")
    }
    return .success
  }
}
