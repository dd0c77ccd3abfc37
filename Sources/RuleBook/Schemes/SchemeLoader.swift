import Coordination
import Formula
import Quantities

/// Reads the file of one scheme and compiles its formulas.
///
/// Formulas outside the steps (conditions, first days, ratios, rules of export) become steps of
/// their own with two underscores in their names: `standard__earliest`.
final class SchemeLoader {
  let findings: Findings
  let frame: SchemeFrame
  let reader: MappingReader
  var builder: RuleSetBuilder
  /// Steps made here: what each must yield.
  var demands: [Demand] = []
  /// Sentences, with the step they belong to.
  var sentences: [(says: SourceFragment, cadence: StepDeclaration.Cadence)] = []

  /// What a generated step must yield.
  struct Demand {
    let step: String
    let wanted: Wanted
    let fragment: SourceFragment

    enum Wanted { case date, truth, units, unitsByYear, number, money }
  }

  /// Reads a file; faults are in the result.
  static func load(
    _ path: String, from files: BookFiles, isThorough: Bool = false
  ) -> LoadedScheme {
    let findings = Findings()
    var scheme: Scheme?
    if let source = files.read(path) {
      if let node = YAMLReader.read(source, findings),
        let loader = SchemeLoader(node, path: path, files: files, findings, isThorough: isThorough)
      {
        scheme = loader.scheme()
      }
    } else {
      findings.add(
        Diagnostic(
          "file.unreadable", "the file cannot be read",
          at: SourceLocation(file: path, line: 1, column: 1)))
    }
    return LoadedScheme(
      scheme: findings.hasErrors ? nil : scheme, diagnostics: findings.diagnostics.sorted())
  }

  init?(
    _ node: YAMLNode, path: String, files: BookFiles, _ findings: Findings, isThorough: Bool
  ) {
    guard let reader = MappingReader(node, findings, what: "a scheme") else { return nil }
    let id = reader.requiredText("scheme")
    let country = Self.country(reader)
    let currency = reader.required("currency").flatMap { Self.currency($0, reader) }
    let unit = reader.required("unit").flatMap { reader.word(of: $0, PeriodUnit.self) }
    guard let id, let country, let currency, let unit, let units = Unit(unit.rawValue) else {
      return nil
    }
    self.reader = reader
    self.findings = findings
    frame = SchemeFrame(
      id: id, country: country, currency: currency,
      formerCurrencies: Self.formerCurrencies(reader), unit: unit,
      certainty: reader.certainty(),
      folder: path.split(separator: "/").dropLast().joined(separator: "/"),
      files: files, isThorough: isThorough)
    builder = RuleSetBuilder(schemeUnit: units)
    checkPath(path)
  }

  /// `DE.GRV` stands in `schemes/DE/GRV.yaml`.
  private func checkPath(_ path: String) {
    let wanted = RuleBook.path(ofScheme: frame.id)
    if wanted != path, let node = reader.node["scheme"] {
      findings.report(
        "scheme.wrong-place", "'\(frame.id)' must stand in \(wanted ?? "schemes/CC/NAME.yaml")",
        at: node)
    } else if !frame.id.hasPrefix(frame.country.code + "."), let node = reader.node["scheme"] {
      findings.report(
        "scheme.wrong-country", "the id begins with the country: \(frame.country.code).", at: node)
    }
  }

  private static func country(_ reader: MappingReader) -> Country? {
    guard let node = reader.required("country"), let text = reader.text(of: node) else {
      return nil
    }
    if text.utf8.count == 2, let country = Country(text) { return country }
    let near = Country.suggestion(for: text).map { "did you mean \($0.code) (\($0.name))?" }
    reader.findings.report(
      "rule.unknown-country", "'\(text)' is no country", hint: near, at: node)
    return nil
  }

  static func currency(_ node: YAMLNode, _ reader: MappingReader) -> Currency? {
    guard let text = reader.text(of: node) else { return nil }
    if text == text.uppercased(), let currency = Currency(text) { return currency }
    let near = Currency.suggestion(for: text).map { "did you mean \($0.code) (\($0.name))?" }
    reader.findings.report(
      "rule.unknown-currency", "'\(text)' is no currency", hint: near, at: node)
    return nil
  }

  private static func formerCurrencies(_ reader: MappingReader) -> [Scheme.FormerCurrency] {
    var result: [Scheme.FormerCurrency] = []
    for node in reader.items("former_currencies") {
      guard let inner = MappingReader(node, reader.findings, what: "a former currency") else {
        continue
      }
      let currency = inner.required("code").flatMap { Self.currency($0, inner) }
      let until = inner.required("until").flatMap(inner.day(of:))
      let perUnit = inner.required("per_unit").flatMap(inner.decimal(of:))
      let law = inner.law()
      inner.finish()
      guard let currency, let until, let perUnit, perUnit > 0 else { continue }
      if let last = result.last, until <= last.until {
        reader.findings.report("scheme.currency-order", "the oldest currency comes first", at: node)
      }
      result.append(.init(currency: currency, until: until, perUnit: perUnit, law: law))
    }
    return result
  }
}
