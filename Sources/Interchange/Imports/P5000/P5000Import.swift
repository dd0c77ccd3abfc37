import Coordination
import Formula
import Quantities

/// Reads the European form P5000, "Insurance/residence periods", as the Norwegian exchange of
/// social security information (EESSI) writes it in JSON.
///
/// Its periods stand in section 4 (`medlemskapboarbeid.medlemskap`), the totals by relevance in 5.1
/// (`medlemskapTotal`), those for the calculation in 5.2 (`trygdetid`). Names and numbers of the
/// person are not read.
struct P5000Import {
  let settings: ImportSettings
  let today: Day
  var draft = CaseDraft()
  /// The country and the institution that sent the form, by section 1.
  private(set) var sender: (country: Country, institution: String?)?
  private(set) var periods: [P5000Period] = []

  static func read(_ bytes: [UInt8], _ settings: ImportSettings, today: Day) -> CaseDraft {
    var reader = P5000Import(settings: settings, today: today)
    do {
      let tree = try JSONTree.read(bytes)
      // Some systems wrap the form: {"sed": {...}}, or give a list of forms.
      let forms =
        tree.items.isEmpty ? [tree["sed"].flatMap { $0.isObject ? $0 : nil } ?? tree] : tree.items
      for form in forms { reader.read(form) }
    } catch {
      let (line, column) = error.position(in: bytes)
      reader.draft.report(error.importFault(at: .line(line, column: column)))
    }
    return reader.draft
  }

  private mutating func read(_ form: JSONTree) {
    guard form["sed"]?.text == "P5000" else {
      let isCase = form["format"]?.text == CaseReader.format
      draft.report(
        ImportFault(
          "p5000.other-form", at: .path(form.path),
          isCase ? "this is a case of Sojourn" : "this is not the form P5000",
          hint: isCase
            ? "to add to it, name it with --into" : .example(#""sed": "P5000""#)))
      return
    }
    readPerson(form)
    readSender(form)
    periods = []
    let pension = form["pensjon"]
    var items = pension?["medlemskapboarbeid"]?["medlemskap"]?.items ?? []
    // Earlier versions have the periods one level higher.
    if items.isEmpty { items = pension?["medlemskap"]?.items ?? [] }
    guard items.count <= CaseLimits.periods else {
      report(
        "import.too-many-periods", pension ?? form,
        "the form names more than \(CaseLimits.periods) periods")
      return
    }
    for item in items {
      if let period = readPeriod(item) { periods.append(period) }
    }
    if let other = pension?["medlemskapAnnen"], !other.items.isEmpty {
      warn(
        "p5000.other-periods", other,
        "sums of periods without dates (medlemskapAnnen) are not read",
        hint: "ask the institution for their first and last days")
    }
    finish(
      totals: pension?["medlemskapTotal"]?.items ?? [],
      calculation: pension?["trygdetid"]?.items ?? [])
    if items.isEmpty {
      report(
        "p5000.no-periods", pension ?? form, "the form names no periods",
        hint: "they stand in section 4: pensjon.medlemskapboarbeid.medlemskap")
    }
  }

  // MARK: Person and sender

  private mutating func readPerson(_ form: JSONTree) {
    guard let user = form["nav"]?["bruker"], let person = user["person"] else { return }
    if let born = person["foedselsdato"] {
      if let text = born.text, let day = Day(text) {
        draft.born = day
      } else {
        badDate(born)
      }
    }
    // K and f: kvinne, female; M and m: mann, male.
    switch person["kjoenn"]?.text {
    case "K", "k", "F", "f": draft.sex = .female
    case "M", "m": draft.sex = .male
    default: break
    }
    for item in person["statsborgerskap"]?.items ?? [] {
      guard let land = item["land"], let text = land.text else { continue }
      if let country = Country(text) {
        if !draft.citizenOf.contains(country) { draft.citizenOf.append(country) }
      } else {
        unknownCountry(land)
      }
    }
    if let land = user["adresse"]?["land"], let text = land.text {
      if let country = Country(text) { draft.livesIn = country } else { unknownCountry(land) }
    }
  }

  private mutating func readSender(_ form: JSONTree) {
    sender = nil
    var senders: [(country: Country, institution: String?)] = []
    for item in form["nav"]?["eessisak"]?.items ?? [] {
      guard let land = item["land"], let text = land.text else { continue }
      guard let country = Country(text) else {
        unknownCountry(land)
        continue
      }
      if !senders.contains(where: { $0.country == country }) {
        senders.append((country, item["institusjonsnavn"]?.text ?? item["institusjonsid"]?.text))
      }
    }
    if let country = settings.country {
      sender = senders.first { $0.country == country } ?? (country, nil)
    } else if senders.count == 1 {
      sender = senders.first
    }
  }

  /// Who certified periods of a country, as section 1 names them.
  func institution(of country: Country) -> String? {
    sender?.country == country ? sender?.institution : nil
  }

  // MARK: Faults

  mutating func report(
    _ code: String, _ place: JSONTree, _ message: Phrase, hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, at: .path(place.path), message, hint: hint))
  }

  mutating func warn(
    _ code: String, _ place: JSONTree, _ message: Phrase, hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, .warning, at: .path(place.path), message, hint: hint))
  }

  mutating func badDate(_ place: JSONTree) {
    report(
      "p5000.bad-date", place,
      "'\(ImportFault.shown(place.text ?? ""))' is not a day of the calendar",
      hint: "the form writes days as 1992-01-15")
  }

  mutating func unknownCountry(_ place: JSONTree) {
    report(
      "p5000.unknown-country", place,
      "'\(ImportFault.shown(place.text ?? ""))' is no country",
      hint: "the form writes the two letters of ISO 3166, such as DE")
  }
}
