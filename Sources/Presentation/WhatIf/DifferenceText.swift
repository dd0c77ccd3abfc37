import CommandLineKit
import Coordination
import Formula
import Quantities

/// What a change would bring, as a table and in words.
public struct DifferenceText {
  let difference: Difference
  let width: Int
  let style: Style
  let say: @Sendable (Phrase) -> String

  public init(
    _ difference: Difference, width: Int, style: Style,
    say: @escaping @Sendable (Phrase) -> String = { $0.english }
  ) {
    self.difference = difference
    self.width = max(40, width)
    self.style = style
    self.say = say
  }

  public func rendered() -> String {
    var lines: [String] = []
    for text in difference.assumptions { lines += wrapped("  • " + say(text)) }
    if !lines.isEmpty { lines = [style.bold(say("What if"))] + lines + [""] }
    lines += table.lines(width: width, style: style)
    let changed = difference.rows.filter { $0.isChanged && $0.after != nil }
    if !changed.isEmpty { lines.append("") }
    for row in changed {
      if let after = row.after { lines += wrapped("  • " + say(SchemeSentence(after).text)) }
    }
    let fresh = difference.after.warnings.filter { !difference.before.warnings.contains($0) }
    for warning in fresh { lines += wrapped("! " + say(warning)).map(style.yellow) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: ColumnTable {
    ColumnTable(
      columns: [
        ColumnTable.Column(say("Scheme")), ColumnTable.Column(say("Now"), .right),
        ColumnTable.Column(say("Then"), .right), ColumnTable.Column(say("Difference"), .right),
      ],
      rows: difference.rows.map { row in
        ColumnTable.Row(
          [row.scheme, cell(row.before), cell(row.after), gain(row)], isStrong: row.isChanged)
      })
  }

  private func cell(_ scheme: SchemeResult?) -> String {
    guard let scheme else { return "–" }
    let sentence = SchemeSentence(scheme)
    guard let paid = sentence.paid else { return say(sentence.status) }
    guard let from = scheme.amounts?.from else { return say(paid) }
    return say("\(paid) from \(from)")
  }

  private func gain(_ row: Difference.Row) -> String {
    guard row.isChanged else { return "=" }
    guard let gain = row.gain, let amounts = row.after?.amounts ?? row.before?.amounts else {
      return "–"
    }
    let text = say("\(gain, amounts.currency)")
    return gain.signum > 0 ? "+ " + text : text
  }

  private func wrapped(_ text: String) -> [String] {
    let lines = TextLayout.wrap(text, width: max(20, width - 4))
    return lines.enumerated().map { $0 == 0 ? $1 : "    " + $1 }
  }
}

extension Difference.Row {
  /// Whether the change makes any difference to what is due under the scheme.
  public var isChanged: Bool {
    before?.status != after?.status || before?.amounts?.paid != after?.amounts?.paid
      || before?.amounts?.from != after?.amounts?.from
  }
}
