import Coordination
import Formula
import Quantities

/// An agreement as a page to read.
public struct InstrumentPage {
  let instrument: Instrument
  let language: String
  var page: PageText

  /// The page of an instrument.
  ///
  /// - Parameter width: the columns of a line.
  public static func text(of instrument: Instrument, width: Int = 100, language: String = "en")
    -> String
  {
    var page = InstrumentPage(
      instrument: instrument, language: language, page: PageText(width: width))
    page.write()
    return page.page.text
  }

  private mutating func write() {
    head()
    parties()
    amendments()
    for (key, side) in instrument.sides.sorted(by: { $0.key < $1.key }) { write(side, of: key) }
    posting()
    if !instrument.refunds.isEmpty {
      page.heading("Refunds")
      for refund in instrument.refunds {
        page.paragraph("- \(refund.says) (\(refund.law))", indent: 2, hanging: 2)
      }
    }
    list("Notes", instrument.notes)
    list("Sources", instrument.sources)
  }

  private mutating func list(_ title: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    page.heading(title)
    for text in texts { page.paragraph("- " + text, indent: 2, hanging: 2) }
  }

  private mutating func head() {
    let title = instrument.title[language] ?? instrument.title["en"] ?? ""
    page.paragraph("\(instrument.id): \(title)")
    for (code, other) in instrument.title.sorted(by: { $0.key < $1.key }) where other != title {
      page.labelled(code, other)
    }
    page.labelled("Kind", instrument.kind.rawValue)
    page.labelled("Status", Self.words(instrument.status.rawValue))
    page.labelled("Signed", instrument.signed?.description ?? "")
    page.labelled(
      "In force",
      PageNames.joined([
        PageNames.span(instrument.since, instrument.until),
        instrument.isDateApproximate ? "date approximate" : "", instrument.sinceLaw,
      ]))
    page.labelled("Superseded by", instrument.supersededBy ?? "")
    page.labelled("Certainty", instrument.certainty.name)
    if let persons = instrument.persons {
      page.labelled(
        "Persons",
        "\(Self.words(persons.covers)) (\(persons.cited.law))"
          + (persons.cited.says.isEmpty ? "" : ": \(persons.cited.says)"))
    }
    page.labelled(
      "Minimum",
      instrument.minimumSupplement.map { "made up by the State of residence (\($0.law))" } ?? "")
    for (party, branches) in instrument.branches.sorted(by: { $0.key < $1.key }) {
      page.labelled(
        "Branches \(party)", branches.map(Self.words).joined(separator: ", "))
    }
  }

  private mutating func parties() {
    page.heading("Parties")
    let rows = instrument.members.sorted { $0.party < $1.party }.map {
      [
        $0.party.code, $0.party.name, PageNames.span($0.since, $0.until),
        $0.isForNationals ? "nationals only" : "",
      ]
    }
    page.table(rows, indent: 2)
    if !instrument.hub.isEmpty {
      let names = instrument.hub.map(\.name).joined(separator: ", ")
      page.paragraph("It links the others with \(names) only, not with each other.", indent: 2)
    }
    for rule in instrument.precedence {
      let others = rule.over.map { $0.joined(separator: ", ") } ?? "bilateral agreements"
      let text =
        switch rule.rule {
        case .replaces: "It takes the place of \(others)"
        case .yields: "It yields to \(others)"
        case .moreFavourable: "Beside \(others) the more favourable holds"
        }
      page.paragraph("\(text) (\(rule.law)).", indent: 2)
    }
  }

  private mutating func amendments() {
    guard !instrument.amendments.isEmpty else { return }
    page.heading("Amendments")
    for amendment in instrument.amendments {
      let dates = PageNames.joined([
        amendment.signed.map { "signed \($0)" } ?? "",
        amendment.since.map { "in force since \($0)" } ?? "", amendment.law,
      ])
      page.paragraph("- \(amendment.what): \(dates)", indent: 2, hanging: 2)
    }
  }

  private mutating func posting() {
    guard !instrument.postings.isEmpty else { return }
    page.heading("Posted workers")
    for posting in instrument.postings {
      let limit = posting.months.map { "\($0) months" } ?? "no limit read"
      let further = posting.extensionMonths.map {
        $0 == 0 ? ", no extension" : ", extension \($0) months"
      }
      page.paragraph(
        "- \(posting.home.map { "from \($0.name): " } ?? "")\(limit)\(further ?? "") "
          + "(\(posting.law)), \(posting.certainty.name)"
          + (posting.says.isEmpty ? "" : ": \(posting.says)"), indent: 2, hanging: 2)
    }
  }

  static func words(_ word: String) -> String {
    String(word.map { $0 == "_" ? " " : $0 })
  }
}
