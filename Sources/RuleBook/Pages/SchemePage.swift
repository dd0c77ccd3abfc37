import Coordination
import Formula
import Quantities

/// A scheme as a page to read beside the law.
public struct SchemePage {
  let scheme: Scheme
  let day: Day
  let language: String
  var page: PageText

  /// The page of a scheme.
  ///
  /// - Parameters:
  ///   - day: the day whose values of the law are shown.
  ///   - width: the columns of a line.
  ///   - language: a language code; English where a name has no other.
  public static func text(
    of scheme: Scheme, on day: Day, width: Int = 100, language: String = "en"
  ) -> String {
    var page = SchemePage(
      scheme: scheme, day: day, language: language, page: PageText(width: width))
    page.write()
    return page.page.text
  }

  private mutating func write() {
    head()
    facts()
    parameters()
    pensions()
    steps("Definitions", scheme.rules.steps.filter { $0.declaration.isDefinition })
    steps(
      "Old-age pension, step by step", scheme.rules.steps.filter { !$0.declaration.isDefinition })
    award()
    coordination()
    export()
    refunds()
    if !scheme.notes.isEmpty { page.heading("Notes") }
    for note in scheme.notes { page.paragraph("- " + note, indent: 2, hanging: 2) }
  }

  private mutating func head() {
    page.paragraph("\(scheme.id): \(PageNames.name(scheme.name, language: language))")
    page.labelled("Country", scheme.country.name)
    page.labelled("Law", PageNames.joined([scheme.lawTitle, scheme.lawAddress]))
    page.labelled("Counts in", "\(scheme.unit.rawValue)s, at most \(scheme.perYear) a year")
    page.labelled("Covers", scheme.covers.map { "\($0)" }.joined(separator: ", "))
    page.labelled("Currency", scheme.currency.code)
    for former in scheme.formerCurrencies {
      page.labelled(
        "",
        "until \(former.until) \(former.currency), \(former.perUnit) for one "
          + "\(scheme.currency) (\(former.law))")
    }
    if let credited = scheme.credited {
      let step = scheme.rules.steps[credited].declaration
      page.labelled(
        "Credits",
        PageNames.formula(step.formula)
          + (step.cadence == .year ? " each year" : " in all") + " (\(scheme.creditedLaw))")
    }
    let required = scheme.earningsRequired.classes.map(\.name).joined(separator: ", ")
    page.labelled(
      "Asks earnings of",
      required
        + (scheme.earningsReplacedBy.isEmpty || required.isEmpty
          ? "" : ", unless given: \(scheme.earningsReplacedBy.joined(separator: ", "))"))
    if let limits = scheme.limits {
      page.labelled("Limits", limits.says)
      page.labelled("", limits.born.map { "born \($0.lowerBound) to \($0.upperBound)" } ?? "")
      page.labelled("", limits.start.map { "start \($0.lowerBound) to \($0.upperBound)" } ?? "")
    }
  }

  private mutating func facts() {
    guard !scheme.facts.isEmpty else { return }
    page.heading("Asked beyond periods")
    for fact in scheme.facts {
      page.paragraph("\(fact.id): \(fact.ask) (\(fact.law))", indent: 2, hanging: 4)
      if let otherwise = fact.otherwise {
        page.paragraph("otherwise: \(otherwise.says)", indent: 6, hanging: 2)
      }
    }
  }

  private mutating func pensions() {
    page.heading("Kinds of pension")
    for kind in scheme.pensions {
      page.paragraph(
        "\(kind.id): \(PageNames.name(kind.name, language: language)) (\(kind.law))", indent: 2,
        hanging: 4)
      page.paragraph(
        "earliest: " + PageNames.formula(scheme.rules.steps[kind.earliest].declaration.formula),
        indent: 6, hanging: 2)
      for condition in kind.conditions {
        let formula = scheme.rules.steps[condition.step].declaration.formula
        page.paragraph(
          "requires \(PageNames.formula(formula)) (\(condition.law))", indent: 6, hanging: 2)
      }
    }
  }

  private mutating func steps(_ title: String, _ steps: [CheckedStep]) {
    let shown = steps.map(\.declaration).filter { !$0.id.isReserved }
    guard !shown.isEmpty else { return }
    page.heading(title)
    for step in shown {
      let each: String =
        switch step.cadence {
        case .once: ""
        case .year: "each year"
        case .month: "each month"
        }
      let about = PageNames.joined([PageNames.name(step.name, language: language), each])
      page.paragraph(
        "\(step.id)\(about.isEmpty ? "" : ": \(about)")\(step.law.isEmpty ? "" : " [\(step.law)]")",
        indent: 2, hanging: 4)
      page.paragraph("= \(PageNames.formula(step.formula))", indent: 6, hanging: 2)
      if let over = step.over {
        page.paragraph("over \(PageNames.formula(over))", indent: 6, hanging: 2)
      }
      if let only = step.only {
        page.paragraph("where \(PageNames.formula(only))", indent: 6, hanging: 2)
      }
      if let rounding = step.rounding {
        page.paragraph(PageNames.rounding(rounding), indent: 6, hanging: 2)
      }
      for exception in step.exceptions {
        page.paragraph(
          "but where \(PageNames.formula(exception.condition)):"
            + " \(PageNames.formula(exception.formula)) [\(exception.law)]"
            + (exception.rounding.map { ", " + PageNames.rounding($0) } ?? ""),
          indent: 6, hanging: 2)
      }
    }
  }

  private mutating func award() {
    guard let result = scheme.result else {
      page.heading("Amount")
      page.paragraph("No formula: the theoretical amount is asked for.", indent: 2)
      return
    }
    page.heading("Amount")
    let rhythm = InstrumentPage.words(scheme.rhythm)
    page.labelled("Paid", "\(id(of: result)), \(rhythm), \(scheme.payments) payments a year")
    if let begins = scheme.begins { page.labelled("Begins", "with a month (\(begins.law))") }
    page.labelled("Also shown", scheme.figures.map(id(of:)).joined(separator: ", "))
  }

  private func id(of step: Int) -> String { scheme.rules.steps[step].declaration.id }

  private func formula(of step: Int) -> String {
    PageNames.formula(scheme.rules.steps[step].declaration.formula)
  }

  private mutating func coordination() {
    let prorating = scheme.prorating
    page.heading("Under agreements")
    page.labelled(
      "Ratio",
      "\(prorating.own.map(formula(of:)) ?? "own_total") / "
        + "\(prorating.total.map(formula(of:)) ?? "counted_total")"
        + (prorating.ratioLaw.isEmpty ? "" : " (\(prorating.ratioLaw))"))
    if let step = prorating.step ?? scheme.result {
      page.labelled(
        "Applied to", id(of: step) + (prorating.law.isEmpty ? "" : " (\(prorating.law))"))
    }
    page.labelled("", prorating.rounding.map(PageNames.rounding) ?? "")
    if let minimum = scheme.minimum {
      page.labelled("Minimum", "\(id(of: minimum.step)) (\(minimum.law))")
    }
    if let limit = prorating.atMost {
      page.labelled("At most", "\(formula(of: limit)) (\(prorating.atMostLaw))")
    }
  }

  private mutating func refunds() {
    guard !scheme.refunds.isEmpty else { return }
    page.heading("Refunds")
    for refund in scheme.refunds {
      page.paragraph(
        "\(refund.id): \(PageNames.name(refund.name, language: language)) (\(refund.law))",
        indent: 2,
        hanging: 4)
      if let says = refund.says { page.paragraph(says.text, indent: 6, hanging: 2) }
      if let law = refund.withoutRightLaw {
        page.paragraph("only where no pension is due (\(law))", indent: 6, hanging: 2)
      }
      for condition in refund.conditions {
        page.paragraph(
          "requires \(formula(of: condition.step)) (\(condition.law))", indent: 6, hanging: 2)
      }
      for (word, step) in [("from", refund.from), ("until", refund.until), ("pays", refund.amount)]
      {
        if let step { page.paragraph("\(word) \(formula(of: step))", indent: 6, hanging: 2) }
      }
      let erasure = refund.erasure
      page.paragraph(
        "erases \(erasure.units.map(formula(of:)) ?? "own_total") (\(erasure.law))"
          + (erasure.says.map { ": \($0.text)" } ?? ""), indent: 6, hanging: 2)
    }
  }

  private mutating func export() {
    guard !scheme.export.isEmpty else { return }
    page.heading("Payment abroad")
    for rule in scheme.export {
      let condition = rule.condition.map { "where \(formula(of: $0))" } ?? "otherwise"
      page.paragraph(
        "\(condition): \(rule.payment.rawValue) (\(rule.law))"
          + (rule.says.isEmpty ? "" : ": \(rule.says)"), indent: 2, hanging: 4)
    }
  }
}
