import Coordination
import Formula
import Quantities

/// What changed in the law between two days, from the dates the rule files bear.
public struct DifferencePage {
  /// The day before which everything is left out.
  let first: Day
  /// The last day whose changes are shown.
  let last: Day
  let language: String
  var page: PageText
  var changes = 0

  /// The page of all changes after `first`, up to and including `last`.
  ///
  /// Shown are: values with a day or a year of their own, editions of tables, the end of values,
  /// and of agreements the entry into force, the end, amendments and parties. Formulas that changed
  /// by an exception inside a step are not dated and not shown; the last paragraph says so.
  public static func text(
    of schemes: [Scheme], _ instruments: [Instrument], from first: Day, to last: Day,
    width: Int = 100, language: String = "en"
  ) -> String {
    var difference = DifferencePage(
      first: first, last: last, language: language, page: PageText(width: width))
    for scheme in schemes { difference.write(scheme) }
    difference.write(instruments)
    if difference.changes == 0 {
      difference.page.paragraph("Nothing the rule book dates changed in this time.")
    }
    difference.page.blank()
    difference.page.paragraph(
      "\(difference.changes) changes after \(first), up to \(last). Shown is what bears a date in "
        + "the rule files: values, tables and agreements. A formula that the law replaced stands "
        + "with its days inside the step; 'sojourn rules show' prints it.")
    return difference.page.text
  }

  private func isWithin(_ day: Day) -> Bool { first < day && day <= last }

  private mutating func write(_ scheme: Scheme) {
    var isHeaded = false
    for parameter in scheme.rules.parameters {
      let lines = changes(of: parameter)
      guard !lines.isEmpty else { continue }
      if !isHeaded {
        page.heading("\(scheme.id): \(PageNames.name(scheme.name, language: language))")
        isHeaded = true
      }
      let about = PageNames.joined([
        PageNames.name(parameter.name, language: language), PageNames.unit(parameter.unit),
      ])
      page.paragraph("\(parameter.id): \(about) [\(parameter.law)]", indent: 2, hanging: 4)
      for line in lines { page.paragraph(line, indent: 6, hanging: 2) }
      changes += lines.count
    }
  }

  private func changes(of parameter: Parameter) -> [String] {
    var lines: [String] = []
    switch parameter.shape {
    case .constant, .table: break
    case .dated:
      for (index, row) in parameter.rows.enumerated() {
        guard let day = Day(number: row.key), isWithin(day) else { continue }
        let before = index > 0 ? parameter.rows[index - 1] : nil
        lines.append("\(day): \(told(row, after: before, of: parameter))")
      }
    case .yearly:
      for (index, row) in parameter.rows.enumerated() where isWithin(year: row.key) {
        let before = index > 0 ? parameter.rows[index - 1] : nil
        // The same value for another year is no change of the law.
        guard before?.value != row.value else { continue }
        lines.append("\(row.key): \(told(row, after: before, of: parameter))")
      }
    case .editions:
      for edition in parameter.editions where isWithin(edition.since) {
        lines.append("\(edition.since): a new table of \(edition.rows.count) values")
      }
    }
    if let ended = parameter.ended, isWithin(ended) { lines.append("\(ended): last day it holds") }
    return lines
  }

  private func isWithin(year: Int) -> Bool {
    Day(year: year, month: 1, day: 1).map(isWithin) ?? false
  }

  private func told(_ row: Parameter.Row, after before: Parameter.Row?, of parameter: Parameter)
    -> String
  {
    let asAge = parameter.unit.period == "month" && parameter.shape == .dated
    let value = PageNames.value(row.value, in: parameter.unit, asAge: asAge)
    let old = before.map { PageNames.value($0.value, in: parameter.unit, asAge: asAge) + " → " }
    return (old ?? "new, ") + value + (row.law.isEmpty ? "" : " (\(row.law))")
      + (row.certainty == .primary ? "" : ", \(row.certainty.name)")
  }

  private mutating func write(_ instruments: [Instrument]) {
    var lines: [(day: Day, text: String)] = []
    for instrument in instruments {
      let certainty =
        instrument.certainty == .primary ? "" : ", \(instrument.certainty.name)"
      func add(_ day: Day?, _ what: String, _ law: String) {
        guard let day, isWithin(day) else { return }
        let cited = law.isEmpty ? "" : " (\(law))"
        lines.append((day, "\(day) \(instrument.id): \(what)\(cited)\(certainty)"))
      }
      let about = instrument.isDateApproximate ? ", day approximate" : ""
      add(instrument.signed, "signed", "")
      add(instrument.since, "in force" + about, instrument.sinceLaw)
      add(instrument.until, "last day in force", "")
      for amendment in instrument.amendments {
        add(amendment.since, "amended: \(amendment.what)", amendment.law)
      }
      for member in instrument.members where instrument.kind == .multilateral {
        // Those who began with the text itself are told by its own line.
        if member.since != instrument.since {
          add(member.since, "binds \(member.party.name)", "")
        }
        add(member.until, "last day for \(member.party.name)", "")
      }
    }
    guard !lines.isEmpty else { return }
    page.heading("Agreements")
    for line in lines.sorted(by: { ($0.day, $0.text) < ($1.day, $1.text) }) {
      page.paragraph(line.text, indent: 2, hanging: 4)
    }
    changes += lines.count
  }
}
