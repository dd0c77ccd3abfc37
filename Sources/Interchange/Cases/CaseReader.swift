import Coordination
import Quantities

/// Reads a case (`sojourn/case/1`) from JSON straight into a career.
public struct CaseReader {
  public static let format = "sojourn/case/1"

  /// The day no period may lie after.
  let today: Day
  var json: JSONPull
  var bytes: UnsafeBufferPointer<UInt8> { json.bytes }

  /// Reads a whole case.
  ///
  /// - Parameter today: periods after this day are refused.
  /// - Throws: `InputError` with the place of the first fault.
  public static func read(_ bytes: [UInt8], today: Day) throws(InputError) -> Career {
    var outcome: Result<Career, InputError> = .failure(
      InputError("json.syntax", "there is no case here", at: 0))
    bytes.withUnsafeBufferPointer { buffer in
      do throws(InputError) {
        outcome = .success(try read(buffer, today: today))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Reads a whole case from memory that outlives the call.
  public static func read(_ bytes: UnsafeBufferPointer<UInt8>, today: Day) throws(InputError)
    -> Career
  {
    guard bytes.count <= CaseLimits.bytes else {
      throw InputError(
        "case.too-long", "a case is at most \(CaseLimits.bytes) bytes, this has \(bytes.count)",
        at: CaseLimits.bytes)
    }
    var reader = CaseReader(today: today, json: JSONPull(bytes))
    let career = try reader.career()
    try reader.json.end()
    return career
  }

  private mutating func career() throws(InputError) -> Career {
    json.skipSpace()
    let start = json.position
    var seen = SeenFields()
    var format: String?
    var id: String?
    var person: Person?
    var claim = Claim()
    var periods: [(period: InsurancePeriod, offset: Int)] = []
    var facts: [String: [String: FactValue]] = [:]
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      let field = try seen.check(
        key, in: reader.bytes,
        among: ["format", "id", "person", "claim", "periods", "facts", "note"])
      switch field {
      case 0: format = try reader.text()
      case 1: id = try reader.identifier()
      case 2: person = try reader.person()
      case 3: claim = try reader.claim()
      case 4: periods = try reader.periods()
      case 5: facts = try reader.facts()
      default: try reader.json.skip()
      }
    }
    guard format == Self.format else {
      throw InputError(
        "case.format",
        format.map { "'\($0)' is not a format this version reads" } ?? "the format is not named",
        hint: "write \"format\": \"\(Self.format)\"", at: start)
    }
    guard let person else {
      throw InputError(
        "case.missing-person", "the case does not say who it is about",
        hint: "\"person\": {\"born\": \"1960-05-14\"}", at: start)
    }
    try CaseChecks(person: person, today: today).check(periods)
    if let from = claim.from, let asOf = claim.asOf, asOf < from {
      throw InputError(
        "case.as-of-before-from", "the amount is asked for \(asOf), before the pension begins",
        at: start)
    }
    return Career(
      id: id, person: person, claim: claim, periods: periods.map(\.period), facts: facts)
  }

  // MARK: Person and claim

  private mutating func person() throws(InputError) -> Person {
    json.skipSpace()
    let start = json.position
    var seen = SeenFields()
    var born: Day?
    var sex: Person.Sex?
    var home: Country?
    var citizenships: [Country] = []
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      switch try seen.check(
        key, in: reader.bytes, among: ["born", "sex", "lives_in", "citizen_of", "note"])
      {
      case 0: born = try reader.day()
      case 1: sex = try reader.word(Person.Sex.self, "case.unknown-sex")
      case 2: home = try reader.country()
      case 3: citizenships = try reader.list { (reader) throws(InputError) in try reader.country() }
      default: try reader.json.skip()
      }
    }
    guard let born else {
      throw InputError(
        "case.missing-birth-date", "the birth date is missing",
        hint: "\"born\": \"1960-05-14\"", at: start)
    }
    guard born <= today else {
      throw InputError("case.future-birth", "\(born) lies in the future", at: start)
    }
    guard born.year >= 1880 else {
      throw InputError("case.absurd-birth", "born in \(born.year)?", at: start)
    }
    return Person(born: born, sex: sex, livesIn: home, citizenOf: citizenships)
  }

  private mutating func claim() throws(InputError) -> Claim {
    var seen = SeenFields()
    var claim = Claim()
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      switch try seen.check(
        key, in: reader.bytes, among: ["benefit", "from", "as_of", "starts", "note"])
      {
      case 0: claim.benefit = try reader.word(Claim.Benefit.self, "case.unknown-benefit")
      case 1: claim.from = try reader.day()
      case 2: claim.asOf = try reader.day()
      case 3:
        var names = SeenNames()
        try reader.map { (reader, name, offset) throws(InputError) in
          try names.check(name, at: offset)
          claim.starts[name] = try reader.day()
        }
      default: try reader.json.skip()
      }
    }
    return claim
  }
}
