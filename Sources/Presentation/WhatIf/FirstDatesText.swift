import CommandLineKit
import Coordination
import Formula
import Quantities

/// The earliest day each pension opens and what it would be, from an answer without a claim day.
public struct FirstDatesText {
  let result: CaseResult
  /// The day a pension that is open already could begin.
  let soonest: Day
  let width: Int
  let style: Style
  let say: @Sendable (Phrase) -> String

  public init(
    _ result: CaseResult, soonest: Day, width: Int, style: Style,
    say: @escaping @Sendable (Phrase) -> String = { $0.english }
  ) {
    self.result = result
    self.soonest = soonest
    self.width = max(40, width)
    self.style = style
    self.say = say
  }

  public func rendered() -> String {
    let rows = result.schemes.filter { $0.status != .notCovered }.map { scheme in
      ColumnTable.Row([
        scheme.scheme, say(opens(scheme)), say(SchemeSentence(scheme).paid ?? "–"),
        say(Phrase(called: scheme.pensionName, or: scheme.pension ?? "")),
      ])
    }
    let table = ColumnTable(
      columns: [
        ColumnTable.Column(say("Scheme")), ColumnTable.Column(say("Opens")),
        ColumnTable.Column(say("Would be"), .right),
        ColumnTable.Column(say("Pension"), goes: 1, shortensTo: 20),
      ], rows: rows)
    var lines = table.lines(width: width, style: style)
    for scheme in result.schemes where scheme.status != .notCovered {
      lines += [""] + wrapped("  • " + say(SchemeSentence(scheme).text))
    }
    lines.append("")
    lines += wrapped(
      say("Amounts are under the law and the record at hand; later work is not counted."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The day the right opens, and whether that day is past.
  private func opens(_ scheme: SchemeResult) -> Phrase {
    let right = scheme.neededTotalization ? scheme.totalized : scheme.independent
    switch scheme.status {
    case .payableLater(let day): return "\(day)"
    case .payable:
      guard let first = right?.earliest, first < soonest else { return "\(soonest)" }
      return "open (by age since \(first))"
    default:
      let nearest = scheme.totalized ?? scheme.independent
      guard let day = nearest?.opensOn else { return "not known" }
      if nearest?.isMet == true {
        return day < soonest ? "open (by age since \(day))" : "\(day)"
      }
      return "\(day), if insurance goes on"
    }
  }

  private func wrapped(_ text: String) -> [String] {
    let lines = TextLayout.wrap(text, width: max(20, width - 4))
    return lines.enumerated().map { $0 == 0 ? $1 : "    " + $1 }
  }
}
