import CommandLineKit
import Coordination
import Formula
import Quantities
import Remittances

/// The answer to a case as one self-contained HTML page, for a phone and for paper.
///
/// Styles and drawings stand in the page; it has no script and asks the network for nothing.
public struct ReportPage {
  let career: Career
  let result: CaseResult
  /// What arrives of each pension; empty where it was not asked for.
  let arrivals: [Arrival]
  /// The mid-market rate between two currencies; nil where none is known.
  let rate: (Currency, Currency) -> MidMarketRate?
  let language: Language
  /// Whom to write to, by country.
  let institutions: [Country: Institution]
  let made: Day

  /// - Parameters:
  ///   - result: an answer with its worksheets.
  ///   - made: the day the page is made.
  public init(
    _ career: Career, _ result: CaseResult, arrivals: [Arrival] = [], made: Day,
    language: Language = .english, institutions: [Country: Institution] = [:],
    rate: @escaping (Currency, Currency) -> MidMarketRate? = { _, _ in nil }
  ) {
    self.career = career
    self.result = result
    self.arrivals = arrivals
    self.rate = rate
    self.language = language
    self.institutions = institutions
    self.made = made
  }

  /// The whole page.
  public func html() -> String {
    var page = HTMLText()
    let title = say("Pension report")
    page.raw(
      """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(language.code))" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(Self.style)</style>
      </head>
      <body>

      """)
    page.raw("<header>\n")
    page.element("h1", title)
    page.element("p", say("Made on \(made) for a person born on \(career.person.born)."))
    page.raw("</header>\n<main>\n")
    warnings(&page)
    summary(&page)
    timeline(&page)
    for scheme in result.schemes where scheme.status != .notCovered { block(scheme, &page) }
    agreements(&page)
    arrivals(&page)
    steps(&page)
    worksheets(&page)
    page.raw("</main>\n<footer>\n")
    page.element("p", say(result.ruleBook))
    page.raw("</footer>\n</body>\n</html>\n")
    return page.text
  }

  func say(_ phrase: Phrase) -> String { language.say(phrase) }

  /// The words that the text answer uses for the same facts.
  var words: AnswerText { AnswerText(result, width: 80, style: .plain, explains: true) }

  func title(_ scheme: SchemeResult) -> Phrase {
    let name = Phrase(called: scheme.name, or: scheme.scheme)
    return "\(Phrase(template: scheme.country.name)): \(name)"
  }

  // MARK: First lines

  private func warnings(_ page: inout HTMLText) {
    guard !result.warnings.isEmpty else { return }
    page.raw("<section class=\"warn\" aria-labelledby=\"warn\">\n")
    page.element("h2", "id=\"warn\"", say("Please note"))
    page.raw("<ul>\n")
    for warning in result.warnings { page.element("li", say(warning)) }
    page.raw("</ul>\n</section>\n")
  }

  private func summary(_ page: inout HTMLText) {
    page.raw("<section aria-labelledby=\"short\">\n")
    page.element("h2", "id=\"short\"", say("In short"))
    page.raw("<div class=\"cards\">\n")
    for scheme in result.schemes where !result.isBeside(scheme) { card(scheme, &page) }
    page.raw("</div>\n")
    for country in result.uncovered { page.element("p", say(AnswerText.uncovered(country))) }
    page.raw("</section>\n")
  }

  private func card(_ scheme: SchemeResult, _ page: inout HTMLText) {
    let sentence = SchemeSentence(scheme)
    page.raw("<article class=\"card\">\n")
    page.element("h3", say(title(scheme)))
    if let paid = sentence.paid {
      page.element("p", "class=\"amount\"", say(paid))
      if let home = converted(scheme) { page.element("p", "class=\"small\"", say(home)) }
    }
    page.element("p", say(sentence.text))
    page.raw("</article>\n")
  }

  /// The paid amount in the currency of residence, with the rate's day and source.
  private func converted(_ scheme: SchemeResult) -> Phrase? {
    guard let amounts = scheme.amounts, let paid = amounts.paid,
      let home = career.person.livesIn?.homeCurrency, home != amounts.currency
    else { return nil }
    guard let rate = rate(amounts.currency, home), let there = try? paid * rate.rate else {
      return "No rate from \(amounts.currency.code) to \(home.code) is known here."
    }
    return
      "About \(Phrase(there, home, per: amounts.per)); 1 \(rate.base.code) = \(rate.rate) \(rate.quote.code), mid-market of \(rate.provenance.observed) (\(rate.provenance.source.rawValue))"
  }
}
