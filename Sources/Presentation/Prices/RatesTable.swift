import CommandLineKit
import Quantities
import Remittances

/// What `sojourn rates status` shows: the sources, what the cache holds of each, who rests.
public struct RatesTable: Sendable {
  let sources: SourceList
  let summary: CacheSummary?
  let now: Instant

  /// - Parameter summary: nil where there is no cache to look into.
  public init(sources: SourceList, summary: CacheSummary?, now: Instant) {
    self.sources = sources
    self.summary = summary
    self.now = now
  }

  /// The table and what rests below it.
  public func lines(width: Int, style: Style) -> [String] {
    let table = ColumnTable(
      columns: [
        .init("Source"), .init("Gives", goes: 2), .init("Stored", .right),
        .init("Size", .right, goes: 3), .init("Newest", .right),
        .init("Fresh for", .right, goes: 4),
        .init("Terms", goes: 5, shortensTo: 20),
      ],
      rows: sources.sources.map(row))
    var lines = table.lines(width: width, style: style)
    for host in summary?.restingHosts ?? [] {
      lines += TextLayout.wrap(
        TextLayout.visible("\(host.host) rests until \(host.until): \(host.reason)."), width: width)
    }
    return lines
  }

  private func row(_ source: PriceSource) -> ColumnTable.Row {
    let line = summary?.lines.first { $0.source == source.id }
    let stored = source.mayStore ? line.map { "\($0.replies)" } ?? "-" : "shown only"
    return ColumnTable.Row([
      source.id, source.gives.rawValue, stored, line.map { Self.size($0.size) } ?? "-",
      line.map { PriceText.age(seconds: now.since($0.newest)) } ?? "-",
      PriceText.age(seconds: source.freshFor), source.terms,
    ])
  }

  private static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_024: "\(bytes) B"
    case ..<1_048_576: "\(bytes / 1_024) KB"
    default: "\(bytes / 1_048_576) MB"
    }
  }

  /// The same for programs, as `sojourn/rates-status/1`.
  public func json(cachePath: String?) -> PriceJSON {
    .object([
      ("format", .text("sojourn/rates-status/1")), ("cache", .optional(cachePath)),
      ("size", .optional(summary.map { Int($0.size) })),
      (
        "sources",
        .list(
          sources.sources.map { source in
            let line = summary?.lines.first { $0.source == source.id }
            return .object([
              ("id", .text(source.id)), ("name", .text(source.name)),
              ("gives", .text(source.gives.rawValue)), ("may_store", .bool(source.mayStore)),
              ("may_pass_on", .bool(source.mayPassOn)), ("terms", .text(source.terms)),
              ("attribution", .text(source.attribution)),
              ("replies", .integer(line?.replies ?? 0)), ("bytes", .integer(Int(line?.size ?? 0))),
              ("newest", .optional(line?.newest.description)),
            ])
          })
      ),
      (
        "resting_hosts",
        .list(
          (summary?.restingHosts ?? []).map {
            .object([("host", .text($0.host)), ("until", .text($0.until.description))])
          })
      ),
    ])
  }
}
