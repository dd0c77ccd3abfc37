import Coordination
import Formula

/// Reads the files of a language: `languages/<code>/language.yaml` with its forms, and beside it
/// any number of lists of texts.
///
/// An item of a list holds the English text under `en` and the translation under the language's
/// own code: a text, or texts by plural form. A file named for a scheme (`DE.GRV.yaml`) is read
/// only where its country is asked for.
struct LanguageLoader {
  static let folder = "languages"

  let code: String
  let findings = Findings()
  private(set) var language: Language?
  private(set) var catalogue: [String: Translation] = [:]

  /// The codes of all languages the book holds, besides English.
  static func codes(in files: BookFiles) -> [String] {
    files.names(in: folder).filter { files.exists("\(folder)/\($0)/language.yaml") }
  }

  /// - Parameter wants: whether the texts of a country's schemes are wanted.
  init(_ code: String, from files: BookFiles, wants: (Substring) -> Bool) {
    self.code = code
    let folder = "\(Self.folder)/\(code)"
    for name in files.names(in: folder) where name.hasSuffix(".yaml") {
      let parts = name.split(separator: ".")
      if parts.count == 3, let country = parts.first, !wants(country) { continue }
      guard let source = files.read("\(folder)/\(name)"),
        let node = YAMLReader.read(source, findings)
      else { continue }
      if name == "language.yaml" { language = read(node) } else { readTexts(node) }
    }
  }

  /// The language with its texts; nil where a file has a fault.
  var loaded: Language? { findings.hasErrors ? nil : language?.adding(catalogue) }

  // MARK: Its forms

  private func read(_ node: YAMLNode) -> Language? {
    guard let reader = MappingReader(node, findings, what: "a language") else { return nil }
    let named = reader.requiredText("language")
    let name = reader.requiredText("name")
    let isRightToLeft = reader.requiredText("direction") == "rtl"
    var forms = Language.Forms()
    if let numbers = reader.mapping("numbers", what: "the forms of numbers") {
      forms.group = numbers.requiredText("group") ?? forms.group
      forms.point = numbers.requiredText("point") ?? forms.point
      numbers.finish()
    }
    forms.noBreakBefore = reader.text("no_break_before") ?? forms.noBreakBefore
    forms.comma = reader.text("comma") ?? forms.comma
    forms.money = template("money", of: ["amount", "currency"], reader) ?? forms.money
    forms.day = template("day", of: ["day", "month", "year"], reader) ?? forms.day
    forms.firstDay = reader.text("first_day") ?? forms.firstDay
    forms.months = reader.texts("months")
    if forms.months.count != 12 {
      findings.report("language.months", "a language names twelve months", at: node)
    }
    if let named, named != code {
      findings.report(
        "language.code", "this is '\(named)' in the folder of '\(code)'", at: node)
    }
    _ = reader.texts("notes")
    reader.finish()
    return Language(
      code: code, name: name ?? code, isRightToLeft: isRightToLeft, forms: forms)
  }

  /// A form that must use exactly these slots.
  private func template(_ key: String, of slots: Set<String>, _ reader: MappingReader) -> String? {
    guard let node = reader.required(key), let text = reader.text(of: node) else { return nil }
    compare(Self.slots(of: text), with: slots, at: node)
    return text
  }

  // MARK: Its texts

  private mutating func readTexts(_ node: YAMLNode) {
    guard let items = node.items else {
      findings.report("rule.not-a-list", "expected a list of texts, this is \(node.kind)", at: node)
      return
    }
    for item in items {
      guard let reader = MappingReader(item, findings, what: "a text") else { continue }
      let english = reader.requiredText("en")
      let said = reader.required(code, code: "language.missing")
      reader.finish()
      guard let english, let said, let translation = translation(said) else { continue }
      check(translation, of: english, at: said)
      if let known = catalogue[english], known != translation {
        findings.report(
          "language.twice", "this text has another translation already", at: said)
      }
      catalogue[english] = translation
    }
  }

  private func check(_ translation: Translation, of english: String, at node: YAMLNode) {
    let wanted = Self.slots(of: english)
    switch translation {
    case .text(let text): compare(Self.slots(of: text), with: wanted, at: node)
    case .forms(let forms):
      for (form, text) in forms {
        var slots = Self.slots(of: text)
        if form.standsForOneNumber(in: code), let number = Self.firstSlot(of: english) {
          slots.insert(number)
        }
        compare(slots, with: wanted, at: node)
      }
    }
  }

  private func translation(_ node: YAMLNode) -> Translation? {
    if let text = node.text { return .text(text) }
    guard let reader = MappingReader(node, findings, what: "plural forms") else { return nil }
    var forms: [PluralForm: String] = [:]
    for form in PluralForm.allCases {
      if let text = form == .other ? reader.requiredText("other") : reader.text(form.rawValue) {
        forms[form] = text
      }
    }
    reader.finish()
    return forms[.other] == nil ? nil : .forms(forms)
  }

  private func compare(_ slots: Set<String>, with wanted: Set<String>, at node: YAMLNode) {
    guard slots != wanted else { return }
    func list(_ names: Set<String>) -> String {
      names.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }
    let more = slots.subtracting(wanted)
    let fewer = wanted.subtracting(slots)
    let message =
      more.isEmpty
      ? "the translation leaves out \(list(fewer))" : "the English text has no \(list(more))"
    findings.report(
      "language.slots", message, hint: "use \(list(wanted)), each at least once", at: node)
  }

  /// The slot whose number chooses the plural form.
  private static func firstSlot(of text: String) -> String? {
    guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else {
      return nil
    }
    return String(text[text.index(after: open)..<close])
  }

  /// The names in the braces of a text.
  static func slots(of text: String) -> Set<String> {
    var slots: Set<String> = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      slots.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return slots
  }
}
