import Coordination
import Formula
import Quantities

/// Reads whom to write to in a country: `institutions/<CC>.yaml`.
struct InstitutionLoader {
  static let folder = "institutions"

  let findings = Findings()
  private(set) var institution: Institution?

  init(_ path: String, from files: BookFiles) {
    guard let source = files.read(path), let node = YAMLReader.read(source, findings),
      let reader = MappingReader(node, findings, what: "an institution")
    else { return }
    let code = reader.requiredText("country")
    let name = reader.requiredText("institution")
    let address = reader.requiredText("url")
    let form = Self.form(reader.mapping("form", what: "a form"))
    let agreementForm = Self.form(reader.mapping("agreement_form", what: "a form"))
    let months = reader.mapping("apply", what: "when to apply")
    let monthsBefore = months?.whole("months_before")
    let monthsSource = months?.requiredText("source", code: "rule.missing-law") ?? ""
    months?.finish()
    let notes = reader.items("notes").compactMap { item -> Cited? in
      guard let note = MappingReader(item, findings, what: "a note") else { return nil }
      let says = note.requiredText("says") ?? ""
      let source = note.requiredText("source", code: "rule.missing-law") ?? ""
      note.finish()
      return Cited(law: source, says: Phrase(template: says))
    }
    reader.finish()
    guard let code, let name, let address else { return }
    guard let country = Country(code), path.hasSuffix("/\(country.code).yaml") else {
      findings.report(
        "rule.unknown-country", "'\(code)' is not the country of this file", at: node)
      return
    }
    institution = Institution(
      country: country, name: name, address: address, form: form, agreementForm: agreementForm,
      monthsBefore: monthsBefore, monthsSource: monthsSource, notes: notes)
  }

  private static func form(_ reader: MappingReader?) -> Institution.Form? {
    guard let reader else { return nil }
    let id = reader.requiredText("id")
    let says = reader.requiredText("says")
    let source = reader.requiredText("source", code: "rule.missing-law")
    reader.finish()
    guard let id, let says, let source else { return nil }
    return Institution.Form(id: id, says: says, source: source)
  }
}

extension RuleBook {
  /// Whom to write to in a country; nil where the book does not know.
  /// - Throws: `RuleBookError` where the file has a fault.
  public func institution(of country: Country) throws(RuleBookError) -> Institution? {
    let path = "\(InstitutionLoader.folder)/\(country.code).yaml"
    guard files.exists(path) else { return nil }
    let loader = InstitutionLoader(path, from: files)
    guard !loader.findings.hasErrors, let institution = loader.institution else {
      throw RuleBookError(path: "\(folder)/\(path)", diagnostics: loader.findings.diagnostics)
    }
    return institution
  }

  /// The faults of all files about institutions.
  func checkInstitutions() -> [Diagnostic] {
    files.files(below: InstitutionLoader.folder, ending: ".yaml").flatMap {
      InstitutionLoader($0, from: files).findings.diagnostics
    }
  }
}
