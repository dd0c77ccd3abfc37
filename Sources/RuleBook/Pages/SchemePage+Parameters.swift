import Formula
import Quantities

extension SchemePage {
  mutating func parameters() {
    guard !scheme.rules.parameters.isEmpty else { return }
    page.heading("Values of the law on \(day)")
    for parameter in scheme.rules.parameters {
      let about = PageNames.joined([
        PageNames.name(parameter.name, language: language), PageNames.unit(parameter.unit),
      ])
      page.paragraph("\(parameter.id): \(about) [\(parameter.law)]", indent: 2, hanging: 4)
      switch parameter.shape {
      case .constant, .dated: current(parameter)
      case .yearly: years(parameter.rows, of: parameter, "")
      case .table: rows(parameter)
      case .editions:
        if let edition = parameter.editions.last(where: { $0.since <= day }) {
          years(edition.rows, of: parameter, "edition of \(edition.since): ")
        }
        page.paragraph("\(parameter.editions.count) editions", indent: 6)
      }
    }
  }

  private func told(_ row: Parameter.Row, of parameter: Parameter, asAge: Bool = false) -> String {
    let value = PageNames.value(row.value, in: parameter.unit, asAge: asAge)
    return value + (row.law.isEmpty ? "" : " (\(row.law))")
      + (row.certainty == .primary ? "" : ", \(row.certainty.name)")
  }

  private mutating func current(_ parameter: Parameter) {
    let asAge = parameter.unit.period == "month"
    do throws(Parameter.Missing) {
      let row = try parameter.row(for: parameter.shape == .constant ? 0 : Int(day.number))
      let since =
        parameter.shape == .dated ? Day(number: row.key).map { "since \($0): " } ?? "" : ""
      page.paragraph("\(since)\(told(row, of: parameter, asAge: asAge))", indent: 6, hanging: 2)
    } catch {
      let newest = parameter.rows.last.flatMap { row in
        Day(number: row.key).map { "since \($0): \(told(row, of: parameter))" }
      }
      let why: String =
        switch error {
        case .noRow: "no value yet on this day"
        case .notYetPublished: "the value for this day is not in the rule book yet; newest"
        case .ended: "ended before this day; last"
        }
      page.paragraph(
        why + (error == .noRow ? "" : " \(newest ?? "")"), indent: 6, hanging: 2)
    }
    if parameter.shape == .dated, parameter.rows.count > 1,
      let first = parameter.rows.first.flatMap({ Day(number: $0.key) })
    {
      page.paragraph("\(parameter.rows.count) values since \(first)", indent: 6)
    }
  }

  private mutating func years(_ rows: [Parameter.Row], of parameter: Parameter, _ lead: String) {
    guard let first = rows.first, let last = rows.last else { return }
    page.paragraph(
      "\(lead)\(last.key): \(told(last, of: parameter))", indent: 6, hanging: 2)
    page.paragraph("\(rows.count) values, \(first.key) to \(last.key)", indent: 6)
  }

  private mutating func rows(_ parameter: Parameter) {
    let isByDate = parameter.shape == .table(.date)
    let cells = parameter.rows.map { row in
      let key = isByDate ? Day(number: row.key)?.description ?? "" : String(row.key)
      return "\(key): \(PageNames.value(row.value, in: parameter.unit, asAge: true))"
    }
    page.paragraph("from " + cells.joined(separator: " · "), indent: 6, hanging: 2)
  }
}
