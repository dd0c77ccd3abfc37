import CommandLineKit
import Presentation
import Remittances

/// `sojourn rates status`: the price sources and what the cache holds of each.
enum RatesStatus {
  static let command = Command(
    "status", summary: "List the price sources and what the cache holds of each.",
    options: [
      Option(
        "format", value: "FORMAT", summary: "How to write the list.",
        kind: .choice(["text", "json"]), defaultValue: "text")
    ])

  static func run(_ invocation: Invocation) throws -> ExitCode {
    let setting: RemitSetting
    do {
      setting = try RemitSetting()
    } catch {
      RemitSetting.warn(error.message)
      return .badInput
    }
    if let trouble = setting.trouble { RemitSetting.warn(trouble) }
    var summary: CacheSummary?
    do {
      summary = try setting.cache?.summary(now: .now())
    } catch {
      RemitSetting.warn("\(error)")
    }
    let table = RatesTable(sources: setting.sources, summary: summary, now: .now())
    let output = StandardOutput()
    if invocation.text("format") == "json" {
      try output.write(table.json(cachePath: setting.place?.path).line + "\n")
    } else {
      let terminal = Terminal(descriptor: 1)
      for line in table.lines(width: terminal.width, style: terminal.style) {
        try output.write(line + "\n")
      }
      if let place = setting.place {
        try output.write("Cache: \(TextLayout.visible(place.path))\n")
      }
    }
    try output.flush()
    return .success
  }
}
