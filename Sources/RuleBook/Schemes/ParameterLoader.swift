import Coordination
import Formula
import Quantities

/// Reads the values of one parameter, from the file itself or from a series beside it.
struct ParameterLoader {
  let frame: SchemeFrame
  let findings: Findings
  let id: String
  let reader: MappingReader
  let location: SourceLocation
  private(set) var unit = Unit.one
  private(set) var isPercent = false
  private(set) var keepsTender = false
  private(set) var isRetroactive = false
  private(set) var ownCertainty: Certainty?
  private(set) var ownSource = ""
  /// The units met so far, by their texts: a series has one or two.
  var knownUnits: [(text: String, unit: WrittenUnit)] = []
  /// Units in former currencies met so far, and whether they are the parameter's but for that.
  var knownFormers: [(unit: Unit, isOurs: Bool)] = []
  /// The table of the series named by the parameter.
  private(set) var series: CSVTable?

  init?(_ entry: YAMLNode.Entry, frame: SchemeFrame, _ findings: Findings) {
    guard let reader = MappingReader(entry.value, findings, what: "a parameter") else {
      return nil
    }
    self.reader = reader
    self.frame = frame
    self.findings = findings
    id = entry.key
    location = entry.keyLocation
  }

  /// The parameter; nil where a fault leaves nothing to compute with.
  mutating func load() -> Parameter? {
    let name = reader.languages("name")
    let law = reader.law()
    ownCertainty = reader.certainty()
    ownSource = reader.text("source") ?? ""
    isRetroactive = reader.yesNo("retroactive") ?? false
    readTender()
    series = readSeries()
    let hasUnit = readUnit()
    guard let shape = readShape() else {
      reader.finish()
      return nil
    }
    let lasts = shape == .dated || shape == .editions ? readLasts() : nil
    let ended = shape == .dated ? reader.day("until") : nil
    let projected = shape == .yearly || shape == .editions ? readProjected() : nil
    var rows: [Parameter.Row] = []
    var editions: [Parameter.Edition] = []
    var drafts: [ParameterRowDraft] = []
    if shape == .editions {
      editions = readEditions()
    } else {
      drafts = readDrafts(shape)
      rows = checkedRows(drafts[...], shape)
    }
    reader.finish(further: ["lasts", "until", "projected", "by", "each", "editions"])
    guard hasUnit, !rows.isEmpty || !editions.isEmpty else { return nil }
    return Parameter(
      id: id, name: name, unit: unit, law: law, shape: shape, rows: rows, editions: editions,
      lasts: lasts, ended: ended ?? drafts.last?.until, projected: projected, location: location)
  }

  private mutating func readTender() {
    guard let node = reader.optional("in"), let text = reader.text(of: node) else { return }
    keepsTender = text == "currency_of_the_year"
    if !keepsTender {
      findings.report(
        "rule.unknown-word", "'in' can only be currency_of_the_year", at: node)
    }
  }

  private mutating func readUnit() -> Bool {
    guard let node = reader.required("unit"), let text = reader.text(of: node) else { return false }
    guard let written = WrittenUnit(text) else {
      findings.report(
        "parameter.bad-unit", "'\(text)' is no unit",
        hint: "such as 1, %, month, EUR, EUR/month", at: node)
      return false
    }
    (unit, isPercent) = (written.unit, written.isPercent)
    return true
  }

  /// Only one way of writing the values may be used.
  private func readShape() -> Parameter.Shape? {
    let written = ["value", "values", "rows", "series"].filter(reader.has)
    guard written.count == 1, let only = written.first else {
      findings.add(
        Diagnostic(
          "parameter.values",
          written.isEmpty
            ? "the parameter has no value" : "the values stand in several places: \(written)",
          hint: "one of value, values, rows or series", at: location, length: id.count))
      return nil
    }
    if reader.yesNo("editions") == true { return .editions }
    if let node = reader.optional("by"), let text = reader.text(of: node) {
      switch text {
      case "birth", "date": return .table(.date)
      case "number", "year": return .table(.number)
      default:
        findings.report(
          "rule.unknown-word", "'\(text)' is no key of a table",
          hint: "birth, date, year or number", at: node)
        return nil
      }
    }
    if let node = reader.optional("each"), let text = reader.text(of: node) {
      if text == "year" { return .yearly }
      findings.report(
        "rule.unknown-word", "a parameter has a value for 'each: year', not '\(text)'", at: node)
      return nil
    }
    if only == "value" { return .constant }
    guard only == "series", let table = series, table.count > 0, let first = table[0].first
    else {
      return .dated
    }
    return Parameter.KeyKind.year(first.text) == nil ? .dated : .yearly
  }

  private mutating func readProjected() -> ExactDecimal? {
    guard let cell = PlacedText(reader.optional("projected")) else { return nil }
    return value(
      of: ParameterRowDraft(
        file: reader.node.source, key: nil, value: cell, unit: nil, law: nil, source: "",
        certainty: .primary, until: nil, isRetroactive: false), key: 0, .constant)
  }

  private func readLasts() -> Int? {
    guard let node = reader.optional("lasts"), let text = reader.text(of: node) else { return nil }
    if let quantity = Quantity(text), let count = quantity.value.intValue, count > 0,
      let period = quantity.unit?.period
    {
      if period == "month" { return count }
      if period == "year" { return count * 12 }
    }
    findings.report(
      "parameter.bad-lasts", "'\(text)' is no span of months", hint: "such as 12 months", at: node)
    return nil
  }

  private func readSeries() -> CSVTable? {
    guard let node = reader.optional("series"), let name = reader.text(of: node) else { return nil }
    guard name.hasSuffix(".csv"), !name.contains("/") else {
      findings.report(
        "parameter.bad-series", "a series is a .csv file in the folder of the scheme", at: node)
      return nil
    }
    guard let source = frame.files.read("\(frame.folder)/\(name)") else {
      findings.report("parameter.no-series", "there is no file '\(name)' beside this one", at: node)
      return nil
    }
    return CSVTable(source, findings)
  }
}
