import Coordination
import Formula
import Quantities

extension Script {
  /// How earnings are given.
  enum EarningsWay: String, CaseIterable {
    case years, typical, average, unknown
    /// As a case had them that was there already.
    case given
  }

  /// Asks for the earnings of a period.
  ///
  /// - Returns: whether all was answered.
  func askEarnings(
    _ period: Int, _ heading: Phrase, _ span: Span, _ scheme: Scheme, _ walk: inout Walk
  ) -> Bool {
    let averages = Set(span.years.filter { scheme.averageEarnings(in: $0) != nil })
    guard
      let way = walk.ask(way(period, heading, scheme, averages, given(period, walk.draft))).flatMap(
        EarningsWay.init)
    else { return false }
    if way == .unknown || way == .given { return true }
    if way == .typical { return walk.ask(wage(period, heading, span, scheme)) != nil }
    var today = false
    if way == .years, let former = scheme.tender(in: span.first.year) {
      guard let currency = walk.ask(currency(period, heading, scheme, former)) else { return false }
      today = currency == scheme.currency.code
    }
    for year in span.years where way == .years || !averages.contains(year) {
      let years = year...span.last.year
      let frame = EarningsFrame(
        years: years,
        currencies: years.map {
          today ? scheme.currency : scheme.tender(in: $0)?.currency ?? scheme.currency
        }, averages: averages)
      let isFirst = year == span.first.year
      guard walk.ask(earnings(period, heading, year, frame, isFirst)) != nil else { return false }
    }
    return true
  }

  private func given(_ period: Int, _ draft: Draft) -> Earnings? {
    draft[Draft.id(period, "given")].flatMap(GivenEarnings.read)
  }

  private func way(
    _ period: Int, _ heading: Phrase, _ scheme: Scheme, _ averages: Set<Int>,
    _ given: Earnings?
  ) -> Question {
    var choices = [
      Choice(EarningsWay.years.rawValue, "year by year"),
      Choice(EarningsWay.typical.rawValue, "one typical wage for the whole time, an estimate"),
    ]
    var notes: [Phrase] = []
    if let year = averages.max(), let average = scheme.averageEarnings(in: year) {
      choices.append(
        Choice(
          EarningsWay.average.rawValue,
          "the average of all insured, an estimate: \(Phrase(template: average.name["en"] ?? "")), \(average.amount, average.currency) in \(year)"
        ))
    } else {
      notes.append(
        "The rule book knows no average earnings in \(Phrase(template: scheme.country.name)), so none can be filled in."
      )
    }
    if given != nil {
      choices.append(Choice(EarningsWay.given.rawValue, "as the case had them"))
    }
    choices.append(Choice(EarningsWay.unknown.rawValue, "not known"))
    return Question(
      Draft.id(period, "earnings"), .choice(choices), under: heading, "How are the earnings known?",
      notes: notes, blank: .init(EarningsWay.years.rawValue, "year by year"),
      help: [
        "Exact earnings stand on payslips and on the record of the institution. An estimate makes the amount of the pension an estimate, and the answer says so.",
        "Without earnings the right can still be answered, the amount cannot.",
      ])
  }

  private func wage(
    _ period: Int, _ heading: Phrase, _ span: Span, _ scheme: Scheme
  ) -> Question {
    // The currency of old days counts only where it was still money when the period ended.
    let former = scheme.tender(in: span.last.year)?.currency
    let currencies = [scheme.currency] + (former.map { [$0] } ?? [])
    return Question(
      Draft.id(period, "wage"), .wage(currencies), under: heading, "Typical gross wage",
      examples: ["\(2600, scheme.currency) a month"],
      help: [
        "An amount with what it was paid for: a month, a year, a week or a day. It is taken for the whole period."
      ])
  }

  private func currency(
    _ period: Int, _ heading: Phrase, _ scheme: Scheme, _ former: Scheme.FormerCurrency
  ) -> Question {
    Question(
      Draft.id(period, "currency"),
      .choice([
        Choice(
          former.currency.code, "that of each year, \(former.currency.code) until \(former.until)"),
        Choice(scheme.currency.code, "\(scheme.currency.code) for all years"),
      ]), under: heading, "Currency of the amounts",
      blank: .init(
        former.currency.code, "that of each year, \(former.currency.code) until \(former.until)"),
      help: ["Old papers hold amounts in the money of their time; the law converts them."])
  }

  private func earnings(
    _ period: Int, _ heading: Phrase, _ year: Int, _ frame: EarningsFrame, _ isFirst: Bool
  ) -> Question {
    let code = frame.currency(of: year)?.code ?? ""
    return Question(
      Draft.id(period, "earnings.\(year)"), .earnings(frame), under: heading,
      "Gross earnings of \(year) in \(code)",
      // Said once: the questions of a long career follow each other quickly.
      examples: !isFirst ? [] : frame.years.count == 1 ? ["31200"] : ["31200", "31200; 36400"],
      blank: .init("", "not known"),
      help: [
        "The gross earnings in that calendar year; 0 if there were none. Several amounts separated by semicolons are those of the years that follow.",
        "Write average to fill in the average of all insured as an estimate, where the rule book knows it.",
        "Amounts with their years are understood too: 1989=31200; 1990=36400.",
      ])
  }
}
