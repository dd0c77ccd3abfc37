import Coordination
import Formula
import Quantities

extension ParameterLoader {
  /// The values as they are written in the rule file or the series.
  func readDrafts(_ shape: Parameter.Shape) -> [ParameterRowDraft] {
    if shape == .constant {
      guard let value = PlacedText(reader.required("value")) else { return [] }
      return [
        ParameterRowDraft(
          file: reader.node.source, key: nil, value: value, unit: nil, law: nil, source: ownSource,
          certainty: inherited(at: nil), until: nil, isRetroactive: isRetroactive)
      ]
    }
    if reader.has("series") {
      guard let table = series else { return [] }
      return drafts(of: table, header: ["key", "value", "unit", "law", "source", "certainty"])
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
    let keyCell = PlacedText(row.required(key))
    let valueCell = PlacedText(row.required("value"))
    let law = PlacedText(
      shape == .dated ? row.required("law", code: "rule.missing-law") : row.optional("law"))
    let certainty = row.certainty()
    let hasCertainty = row.has("certainty")
    let source = row.text("source") ?? ownSource
    let until = shape == .dated ? row.day("until") : nil
    let isRetroactive = row.yesNo("retroactive") ?? self.isRetroactive
    let unit = PlacedText(row.optional("unit"))
    row.finish(further: ["since", "from", "year", "until"])
    guard let keyCell, let valueCell else { return nil }
    return ParameterRowDraft(
      file: node.source, key: keyCell, value: valueCell, unit: unit, law: law, source: source,
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
  func drafts(of table: CSVTable, header: [String]) -> [ParameterRowDraft] {
    guard table.header.map(\.text) == header else {
      if let first = table.header.first {
        findings.add(
          Diagnostic(
            "csv.header", "the first line must be exactly \(header.joined(separator: ","))",
            at: first.place.location(in: table.file),
            length: table.header.map(\.text).joined(separator: ",").count))
      }
      return []
    }
    let hasEdition = header.first == "since"
    var drafts: [ParameterRowDraft] = []
    drafts.reserveCapacity(table.count)
    for index in 0..<table.count {
      let row = table[index]
      guard row.count == header.count else { continue }
      let end = row.endIndex
      let (law, certainty) = (row[end - 3], row[end - 1])
      if law.text.isEmpty {
        findings.add(law.fault(in: table.file, "rule.missing-law", "this row cites no law"))
      }
      let known = Certainty(name: certainty.text)
      if known == nil {
        findings.add(
          certainty.fault(
            in: table.file, certainty.text.isEmpty ? "certainty.missing" : "certainty.unknown",
            certainty.text.isEmpty
              ? "nothing says how far this row was verified"
              : "'\(certainty.text)' is no certainty",
            hint: "primary, secondary or unverified"))
      }
      drafts.append(
        ParameterRowDraft(
          file: table.file, edition: hasEdition ? row[row.startIndex] : nil, key: row[end - 6],
          value: row[end - 5], unit: row[end - 4], law: law, source: row[end - 2].text,
          certainty: known ?? .unverified, until: nil, isRetroactive: isRetroactive))
    }
    return drafts
  }

  /// The rows with keys and values checked; wrong ones are left out with a fault.
  mutating func checkedRows(_ drafts: ArraySlice<ParameterRowDraft>, _ shape: Parameter.Shape)
    -> [Parameter.Row]
  {
    let kind = Parameter.keyKind(of: shape)
    var rows: [Parameter.Row] = []
    var places: [Int] = []
    rows.reserveCapacity(drafts.count)
    places.reserveCapacity(drafts.count)
    for index in drafts.indices {
      guard let row = row(drafts[index], kind, shape) else { continue }
      if let last = rows.last, let key = drafts[index].key, row.key <= last.key {
        findings.add(
          drafts[index].fault(
            key, row.key == last.key ? "parameter.duplicate-key" : "parameter.order",
            row.key == last.key
              ? "'\(key.text)' stands here twice" : "the values are not in ascending order"))
        continue
      }
      rows.append(row)
      places.append(index)
    }
    guard shape == .dated || frame.isThorough && shape == .yearly else { return rows }
    let placed = places.map { drafts[$0] }
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
          draft.fault(
            cell, "parameter.bad-key", "'\(cell.text)' is no key here", hint: kind.wanted))
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
    // The rows of one edition stand together.
    var rows = all.startIndex..<all.startIndex
    var since: Day?
    func close(_ loader: inout ParameterLoader) {
      guard let since, !rows.isEmpty else { return }
      editions.append(.init(since: since, rows: loader.checkedRows(all[rows], .yearly)))
    }
    for index in all.indices {
      guard let cell = all[index].edition, let day = Day(cell.text) else {
        if let cell = all[index].edition {
          findings.add(
            all[index].fault(
              cell, "parameter.bad-key", "'\(cell.text)' is no day of the calendar"))
        }
        continue
      }
      if day != since {
        close(&self)
        if let last = since, day < last {
          findings.add(
            all[index].fault(
              cell, "parameter.order", "the editions are not in ascending order"))
        }
        since = day
        rows = index..<index
      }
      rows = rows.lowerBound..<index + 1
    }
    close(&self)
    return editions
  }
}
