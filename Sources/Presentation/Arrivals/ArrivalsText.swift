import CommandLineKit
import Coordination
import Formula
import Quantities
import Remittances

/// What arrives of every pension, as text for a person.
public struct ArrivalsText {
  let arrivals: [Arrival]
  let result: CaseResult
  let home: Country
  let width: Int
  let style: Style
  let say: @Sendable (Phrase) -> String

  public init(
    _ arrivals: [Arrival], of result: CaseResult, home: Country, width: Int, style: Style,
    say: @escaping @Sendable (Phrase) -> String = { $0.english }
  ) {
    self.arrivals = arrivals
    self.result = result
    self.home = home
    self.width = max(40, width)
    self.style = style
    self.say = say
  }

  public func rendered() -> String {
    var lines = result.warnings.flatMap { wrapped("! " + say($0)) }.map(style.yellow)
    if !lines.isEmpty { lines.append("") }
    lines.append(style.bold(say("What arrives in \(Phrase(template: home.name))")))
    for arrival in arrivals {
      let name = Phrase(called: arrival.name, or: arrival.scheme)
      lines += [
        "",
        style.bold(say("\(Phrase(template: arrival.country.name)): \(name)"))
          + style.dim("  \(arrival.scheme)"),
      ]
      for line in ArrivalSentences(arrival, home: home).lines {
        let body = TextLayout.wrap(say(line.text), width: max(20, width - 14))
        for (index, text) in body.enumerated() {
          let label = index == 0 ? say(line.label) : ""
          lines.append("  " + style.dim(TextLayout.pad(label, to: 12)) + text)
        }
      }
    }
    lines += [""] + notes.flatMap(wrapped).map(style.dim)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What must be said of the prices as a whole, each sentence once.
  private var notes: [String] {
    var notes = [
      say(
        "The fee is taken out of each payment. Only the corridor, the amount and the currency are asked for."
      )
    ]
    for case .priced(let priced) in arrivals.map(\.state) {
      let answer = priced.answer
      let licences =
        answer.services.prefix(3).map(\.price.provenance.licence)
        + [answer.midMarket?.provenance.licence, answer.mean?.provenance.licence].compactMap { $0 }
      for note in answer.notes + licences where !notes.contains(note) { notes.append(note) }
    }
    return notes.map(TextLayout.visible)
  }

  private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: width) }
}
