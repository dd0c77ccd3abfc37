import Coordination
import Formula
import Quantities

extension ReportPage {
  /// What to do next: whom to write to, on which form, from what day.
  func steps(_ page: inout HTMLText) {
    let claims = result.schemes.filter(isClaimed)
    guard !claims.isEmpty || !result.uncovered.isEmpty else { return }
    page.raw("<section aria-labelledby=\"steps\">\n")
    page.element("h2", "id=\"steps\"", say("Next steps"))
    page.raw("<ol>\n")
    if let european { page.element("li", say(european)) }
    for scheme in claims { step(scheme, &page) }
    for country in result.uncovered {
      page.element(
        "li",
        say(
          "\(Phrase(template: country.name)): ask the pension institution for a certified record of the periods."
        ))
    }
    page.raw("</ol>\n</section>\n")
  }

  /// Whether there is something to claim or to clear up.
  private func isClaimed(_ scheme: SchemeResult) -> Bool {
    switch scheme.status {
    case .payable, .payableLater, .notComputed, .unknownAgreement: true
    case .notQualified, .notCovered: false
    }
  }

  private func step(_ scheme: SchemeResult, _ page: inout HTMLText) {
    page.raw("<li>\n")
    page.element("h3", say(title(scheme)))
    let institution = institutions[scheme.country]
    page.raw("<ul>\n")
    if let institution {
      page.element("li", say("Write to \(institution.name) (\(institution.address))."))
      let form = scheme.neededTotalization ? institution.agreementForm : institution.form
      if let form {
        page.element(
          "li", say("Form \(form.id): \(Phrase(template: form.says)) (\(form.source)).")
        )
      }
    } else {
      page.element("li", say("The rule book does not know its institution's address."))
    }
    if let from = scheme.amounts?.from, let when = when(from, institution) {
      page.element("li", say(when))
    }
    for missing in scheme.missing {
      page.element("li", say("To be cleared up: \(missing.what) – \(missing.ask)."))
    }
    for note in institution?.notes ?? [] {
      page.element("li", say(words.cited(note.says, note.law)))
    }
    page.raw("</ul>\n</li>\n")
  }

  private func when(_ from: Day, _ institution: Institution?) -> Phrase? {
    guard let months = institution?.monthsBefore, let source = institution?.monthsSource,
      let open = try? from.adding(months: -months)
    else { return "The pension could begin on \(from); claim it before." }
    return open <= made
      ? "Claim now: the pension could begin on \(from) (\(source))."
      : "Claim from \(open) on: the pension could begin on \(from) (\(source))."
  }

  /// The rule that one claim starts all, where European coordination links two of the schemes.
  private var european: Phrase? {
    let id = "EU-883-2004"
    let linked = result.coverage.filter { $0.state == .inForce && $0.instruments.contains(id) }
    guard !linked.isEmpty else { return nil }
    let members = Set(linked.flatMap { [$0.first, $0.second] })
    let law = "Reg. (EC) 987/2009 Art 45(4)-(5), Reg. (EC) 883/2004 Art 50(1)"
    if let home = career.person.livesIn, members.contains(home) {
      return
        "One claim to the institution of the country of residence (\(Phrase(template: home.name))) starts the claims in all States under European rules (\(law: law))."
    }
    return
      "One claim to the institution of the member State whose law applied last starts the claims in all States under European rules (\(law: law))."
  }
}
