import Coordination
import Formula
import Quantities

extension ReportPage {
  /// What there is to say of one scheme.
  func block(_ scheme: SchemeResult, _ page: inout HTMLText) {
    let sentence = SchemeSentence(scheme)
    page.raw("<section class=\"scheme\">\n")
    page.element("h2", say(title(scheme)))
    if let local = scheme.name.filter({ $0.key != "en" && $0.key != language.code }).min(by: {
      $0.key < $1.key
    }) {
      page.element("p", "lang=\"\(HTMLText.escaped(local.key))\" dir=\"auto\"", local.value)
    }
    bar(scheme, &page)
    page.raw("<dl>\n")
    row("Status", [sentence.status], &page)
    for line in sentence.amountLines { row(line.label, [line.text], &page) }
    row("Later", sentence.later, &page)
    row("Right", [sentence.right], &page)
    row(
      "Conditions",
      words.shownConditions(scheme).map {
        $0.holds ? "met: \($0.says) (\(law: $0.law))" : "not met: \($0.says) (\(law: $0.law))"
      }, &page)
    row("Counts", scheme.foreign.map(words.counted), &page)
    if let instrument = scheme.instruments.first, scheme.method != nil {
      row("Agreement", ["\(instrument), \(words.methodWords(scheme))"], &page)
    }
    if let export = scheme.export {
      let says = export.says.isEmpty ? words.exportWords(export) : export.says
      row("Paid abroad", [words.cited(says, export.law)], &page)
    }
    row(
      "Also",
      scheme.figures.map {
        "\($0.label): \(Phrase(readable: $0.value, unit: $0.unit))"
      }, &page)
    row(
      "Missing",
      scheme.missing.map { words.cited("\($0.what): \($0.ask)", $0.law) }, &page)
    row("What a refund would erase", scheme.refunds.flatMap { RefundSentences($0).lines }, &page)
    row("Assumed", scheme.assumptions, &page)
    row("Note", scheme.notes.map { words.cited($0.says, $0.law) }, &page)
    row("Certainty", [words.certainty(scheme)], &page)
    page.raw("</dl>\n</section>\n")
  }

  private func row(_ label: Phrase, _ texts: [Phrase], _ page: inout HTMLText) {
    let said = texts.filter { !$0.isEmpty }
    guard !said.isEmpty else { return }
    page.element("dt", say(label))
    for text in said { page.element("dd", say(text)) }
  }

  /// The independent and the pro rata amount as bars, with the figures beside them.
  private func bar(_ scheme: SchemeResult, _ page: inout HTMLText) {
    guard let amounts = scheme.amounts else { return }
    var bars: [(label: Phrase, value: ExactDecimal)] = []
    if let value = amounts.independent { bars.append(("Independent", value)) }
    if let value = amounts.proRata { bars.append(("Pro rata", value)) }
    guard bars.count == 2, let most = bars.map(\.value).max(), most.signum > 0 else { return }
    let height = 34 * bars.count
    let title = say("Independent and pro rata amount")
    page.raw(
      "<svg class=\"bars\" viewBox=\"0 0 400 \(height)\" role=\"img\" aria-label=\""
        + "\(HTMLText.escaped(title))\"><title>\(HTMLText.escaped(title))</title>\n")
    for (index, bar) in bars.enumerated() {
      let permille = (try? (bar.value * 1000 / most).rounded(places: 0, .halfUp)) ?? .zero
      let width = Int(permille.description).map { $0 * 400 / 1000 } ?? 0
      let text = say("\(bar.label): \(bar.value, amounts.currency)")
      page.raw(
        "<rect x=\"\(language.isRightToLeft ? 400 - max(1, width) : 0)\" y=\"\(index * 34 + 18)\" width=\"\(max(1, width))\" height=\"12\""
          + " class=\"\(index == 0 ? "own" : "part")\"/>\n"
          + "<text x=\"\(language.isRightToLeft ? 400 : 0)\" y=\"\(index * 34 + 13)\">"
          + "\(HTMLText.escaped(text))</text>\n")
    }
    page.raw("</svg>\n")
  }

  /// What links the countries, and what would be lost without it.
  func agreements(_ page: inout HTMLText) {
    if !result.coverage.isEmpty {
      page.raw("<section>\n")
      page.element("h2", say("Agreements between these countries"))
      page.raw("<ul>\n")
      for pair in result.coverage {
        let words: Phrase =
          switch pair.state {
          case .inForce: "in force: \(pair.instruments.joined(separator: ", "))"
          case .none: "none. \(pair.says)"
          case .unknown: "unknown. \(pair.says)"
          }
        let first = Phrase(template: pair.first.name)
        let second = Phrase(template: pair.second.name)
        page.element("li", say("\(first) – \(second): \(words)"))
      }
      page.raw("</ul>\n</section>\n")
    }
    guard !result.losses.isEmpty else { return }
    page.raw("<section>\n")
    page.element("h2", say("Without the agreements"))
    page.raw("<ul>\n")
    for loss in result.losses {
      let with = loss.withAgreements.map { Phrase($0, loss.currency, per: loss.per) } ?? ""
      let words: Phrase =
        loss.without.map { "\($0, loss.currency) instead of \(with)" }
        ?? "nothing instead of \(with): the right itself would be lost"
      page.element("li", say("\(loss.scheme): \(words)"))
    }
    page.raw("</ul>\n</section>\n")
  }

  /// What arrives of each pension where the person lives.
  func arrivals(_ page: inout HTMLText) {
    guard let home = career.person.livesIn, !arrivals.isEmpty else { return }
    page.raw("<section>\n")
    page.element("h2", say("What arrives"))
    for arrival in arrivals {
      page.element("h3", say(Phrase(called: arrival.name, or: arrival.scheme)))
      page.raw("<dl>\n")
      for line in ArrivalSentences(arrival, home: home).lines where !line.text.isEmpty {
        if !line.label.isEmpty { page.element("dt", say(line.label)) }
        page.element("dd", say(line.text))
      }
      page.raw("</dl>\n")
    }
    page.raw("</section>\n")
  }
}
