import Coordination
import Formula
import Quantities

extension ParameterLoader {
  /// The values as they are written in the rule file or the series.
  func readDrafts(_ shape: Parameter.Shape) -> [ParameterRowDraft] {
    if shape == .constant {
      guard let value = ParameterRowDraft.Cell(reader.required("value")) else { return [] }
      return [
        ParameterRowDraft(
          key: nil, value: value, unit: nil, law: nil, source: ownSource,
          certainty: inherited(at: nil), until: nil, isRetroactive: isRetroactive)
      ]
    }
    if reader.has("series") {
      guard let table = series else { return [] }
      return drafts(of: table, header: ["key", "value", "unit", "law", "source", "certainty"])
        .map(\.draft)
    }
    let items = reader.items(reader.has("rows") ? "rows" : "values")
    return items.compactMap { draft(of: $0, shape) }
  }

  private func draft(of node: YAMLNode, _ shape: Parameter.Shape) -> ParameterRowDraft? {
    guard let row = MappingReader(node, findings, what: "a value") else { return nil }
    let key: String =
      switch shape {
      case .table: "from"
      case .yearly: "year"
      default: "since"
      }
    let keyCell = ParameterRowDraft.Cell(row.required(key))
    let valueCell = ParameterRowDraft.Cell(row.required("value"))
    let law: ParameterRowDraft.Cell?
    if shape == .dated {
      law = .init(row.required("law", code: "rule.missing-law"))
    } else {
      law = .init(row.optional("law"))
    }
    let certainty = row.certainty()
    let hasCertainty = row.has("certainty")
    let source = row.text("source") ?? ownSource
    let until = shape == .dated ? row.day("until") : nil
    let isRetroactive = row.yesNo("retroactive") ?? self.isRetroactive
    let unit = ParameterRowDraft.Cell(row.optional("unit"))
    row.finish(further: ["since", "from", "year", "until"])
    guard let keyCell, let valueCell else { return nil }
    return ParameterRowDraft(
      key: keyCell, value: valueCell, unit: unit, law: law, source: source,
      certainty: certainty ?? (hasCertainty ? .unverified : inherited(at: node)), until: until,
      isRetroactive: isRetroactive)
  }

  /// The certainty of a value that does not say its own.
  private func inherited(at node: YAMLNode?) -> Certainty {
    if let certainty = ownCertainty ?? frame.certainty { return certainty }
    if reader.has("certainty") { return .unverified }
    // Once for the file: one line in the scheme mends them all.
    if !findings.diagnostics.contains(where: { $0.code == "certainty.missing" }) {
      findings.add(
        Diagnostic(
          "certainty.missing", "nothing says how far this value was verified",
          hint: "write certainty: primary, secondary or unverified here, or once for the scheme",
          at: node?.location ?? location, length: node?.length ?? id.count))
    }
    return .unverified
  }

  /// The rows of a series; nothing where its header is not exactly `header`.
  func drafts(of table: CSVTable, header: [String]) -> [(
    edition: ParameterRowDraft.Cell?, draft: ParameterRowDraft
  )] {
    guard table.header.map(\.text) == header else {
      if let first = table.header.first {
        findings.add(
          Diagnostic(
            "csv.header", "the first line must be exactly \(header.joined(separator: ","))",
            at: first.location, length: table.header.map(\.text).joined(separator: ",").count))
      }
      return []
    }
    let hasEdition = header.first == "since"
    return table.rows.compactMap { row in
      guard row.count == header.count else { return nil }
      let fields = row.map(ParameterRowDraft.Cell.init)
      let edition = hasEdition ? fields[0] : nil
      let (key, value, unit, law, source, certainty) = (
        fields[row.count - 6], fields[row.count - 5], fields[row.count - 4],
        fields[row.count - 3], fields[row.count - 2], fields[row.count - 1]
      )
      if law.text.isEmpty {
        findings.add(law.fault("rule.missing-law", "this row cites no law"))
      }
      let known = Certainty(name: certainty.text)
      if known == nil {
        findings.add(
          certainty.fault(
            certainty.text.isEmpty ? "certainty.missing" : "certainty.unknown",
            certainty.text.isEmpty
              ? "nothing says how far this row was verified"
              : "'\(certainty.text)' is no certainty",
            hint: "primary, secondary or unverified"))
      }
      return (
        edition,
        ParameterRowDraft(
          key: key, value: value, unit: unit, law: law, source: source.text,
          certainty: known ?? .unverified, until: nil, isRetroactive: isRetroactive)
      )
    }
  }

  /// The rows with keys and values checked; wrong ones are left out with a fault.
  mutating func checkedRows(_ drafts: [ParameterRowDraft], _ shape: Parameter.Shape) -> [Parameter
    .Row]
  {
    let kind = Parameter.keyKind(of: shape)
    var rows: [Parameter.Row] = []
    var placed: [ParameterRowDraft] = []
    for draft in drafts {
      guard let row = row(draft, kind, shape) else { continue }
      if let last = rows.last, let cell = draft.key, row.key <= last.key {
        findings.add(
          cell.fault(
            row.key == last.key ? "parameter.duplicate-key" : "parameter.order",
            row.key == last.key
              ? "'\(cell.text)' stands here twice" : "the values are not in ascending order"))
        continue
      }
      rows.append(row)
      placed.append(draft)
    }
    if shape == .dated { checkEnds(rows, placed) }
    if frame.isThorough {
      if shape == .dated { checkActs(rows, placed) }
      if shape == .yearly { checkYears(rows, placed) }
    }
    return rows
  }

  private mutating func row(
    _ draft: ParameterRowDraft, _ kind: Parameter.KeyKind, _ shape: Parameter.Shape
  ) -> Parameter.Row? {
    var key = 0
    if let cell = draft.key {
      guard let read = kind.key(cell.text) else {
        findings.add(
          cell.fault("parameter.bad-key", "'\(cell.text)' is no key here", hint: kind.wanted))
        return nil
      }
      key = read
    }
    guard let value = value(of: draft, key: key, shape) else { return nil }
    return Parameter.Row(
      key: key, value: value, law: draft.law?.text ?? "", source: draft.source,
      certainty: draft.certainty)
  }

  /// The tables of a series that was republished from time to time.
  mutating func readEditions() -> [Parameter.Edition] {
    guard reader.has("series") else {
      findings.add(
        Diagnostic(
          "parameter.values", "editions stand in a series",
          hint: "series: file.csv with the header since,key,value,unit,law,source,certainty",
          at: location, length: id.count))
      return []
    }
    guard let table = series else { return [] }
    let all = drafts(
      of: table, header: ["since", "key", "value", "unit", "law", "source", "certainty"])
    var editions: [Parameter.Edition] = []
    var pending: [ParameterRowDraft] = []
    var since: Day?
    func close(_ loader: inout ParameterLoader) -> Parameter.Edition? {
      guard let since, !pending.isEmpty else { return nil }
      return Parameter.Edition(since: since, rows: loader.checkedRows(pending, .yearly))
    }
    for (cell, draft) in all {
      guard let cell, let day = Day(cell.text) else {
        if let cell {
          findings.add(
            cell.fault("parameter.bad-key", "'\(cell.text)' is no day of the calendar"))
        }
        continue
      }
      if day != since {
        if let edition = close(&self) { editions.append(edition) }
        if let last = since, day < last {
          findings.add(
            cell.fault("parameter.order", "the editions are not in ascending order"))
        }
        since = day
        pending = []
      }
      pending.append(draft)
    }
    if let edition = close(&self) { editions.append(edition) }
    return editions
  }
}
