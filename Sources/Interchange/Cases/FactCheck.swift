import Coordination
import Quantities

/// Checks the names a case uses against the law: which schemes there are and what they ask.
///
/// The case reader knows no law; a command that has read the schemes runs this before it answers,
/// so that no period, day or fact is left aside in silence because of a slip of the pen.
public struct FactCheck {
  /// The schemes of the countries the case names.
  let schemes: [Scheme]

  /// - Parameter schemes: those of every country the case names.
  public init(_ schemes: [Scheme]) { self.schemes = schemes }

  /// Takes the schemes of every country that the periods, days and facts of a case name.
  ///
  /// - Throws: what the library throws when a rule file cannot be read.
  public init(_ career: Career, library: some LawLibrary) throws {
    var countries = career.countries
    for id in Array(career.facts.keys) + Array(career.claim.starts.keys) {
      guard let country = Country(id.prefix { $0 != "." }), !countries.contains(country) else {
        continue
      }
      countries.append(country)
    }
    schemes = try countries.flatMap { try library.schemes(of: $0) }
  }

  /// The first fault of a case; its offset is 0 until `InputError.located(in:)` finds the place.
  ///
  /// - Throws: `InputError` (`case.unknown-scheme`, `case.unknown-fact`, `case.wrong-fact`).
  public func check(_ career: Career) throws(InputError) {
    for (index, period) in career.periods.enumerated() {
      guard let named = period.scheme else { continue }
      // Without any scheme of the country nothing can be computed in it, and the answer says so.
      guard schemes.contains(where: { $0.country == period.country }) else { continue }
      if scheme(named) == nil {
        throw unknown(named).within("scheme").within(String(index)).within("periods")
      }
    }
    for named in career.claim.starts.keys.sorted() where scheme(named) == nil {
      throw unknown(named).within(named).within("starts").within("claim")
    }
    for (named, facts) in career.facts.sorted(by: { $0.key < $1.key }) {
      guard let scheme = scheme(named) else {
        throw unknown(named).within(named).within("facts")
      }
      for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
        if let fault = fault(in: name, value, of: scheme) ?? before(career.person.born, name, value)
        {
          throw fault.within(name).within(named).within("facts")
        }
      }
    }
  }

  private func scheme(_ id: String) -> Scheme? { schemes.first { $0.id == id } }

  private func unknown(_ named: String) -> InputError {
    let ids = schemes.map(\.id)
    return InputError(
      "case.unknown-scheme",
      "'\(InputError.shown(named))' is no scheme of a country in this case",
      hint: meant(by: named, among: ids)
        ?? (ids.isEmpty ? nil : "known here: \(ids.joined(separator: ", "))"), at: 0)
  }

  /// What a list of days tells of a life lies within it.
  private func before(_ birth: Day, _ name: String, _ value: FactValue) -> InputError? {
    guard case .dates(let days) = value, let early = days.first(where: { $0 <= birth }) else {
      return nil
    }
    return InputError(
      "case.wrong-fact", "'\(name)' holds \(early), before the person was born (\(birth))",
      hint: "days of the person's own life, such as those on which children were born", at: 0)
  }

  private func fault(in name: String, _ value: FactValue, of scheme: Scheme) -> InputError? {
    guard let fact = scheme.facts.first(where: { $0.id == name }) else {
      let ids = scheme.facts.map(\.id)
      return InputError(
        "case.unknown-fact", "\(scheme.id) asks for no '\(InputError.shown(name))'",
        hint: meant(by: name, among: ids)
          ?? (ids.isEmpty ? "it asks for nothing" : "it asks for: \(ids.joined(separator: ", "))"),
        at: 0)
    }
    switch (value, fact.kind) {
    case (.yesNo, .yesNo), (.date, .date), (.date, .dates), (.dates, .dates), (.number, .number),
      (.byYear, .byYear):
      return nil
    case (.word(let word), .choice(let words)):
      if words.contains(word) { return nil }
      return InputError(
        "case.wrong-fact", "'\(InputError.shown(word))' is not one of the answers to '\(name)'",
        hint: meant(by: word, among: words) ?? words.joined(separator: ", "), at: 0)
    default:
      return InputError(
        "case.wrong-fact", "'\(name)' of \(scheme.id) is not answered so",
        hint: "\(fact.ask) Write \(Self.shape(fact.kind)).", at: 0)
    }
  }

  private static func shape(_ kind: Scheme.Fact.Kind) -> String {
    switch kind {
    case .yesNo: "true or false"
    case .date: "a day such as \"1993-02-10\""
    case .dates: "a list of days such as [\"1993-02-10\"]"
    case .number: "a number"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .byYear: "a number for each year such as {\"1976\": 3}"
    }
  }
}
