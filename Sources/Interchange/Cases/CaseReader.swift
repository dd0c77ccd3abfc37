import Coordination
import Quantities

/// Reads a case (`sojourn/case/1`) from JSON straight into a career.
///
/// It knows no law: names of schemes and facts are checked by ``FactCheck``.
public struct CaseReader {
  public static let format = "sojourn/case/1"

  /// The day no period may lie after.
  let today: Day
  let thisYear: Int
  var json: JSONPull
  var places = EarningsPlaces()
  var bytes: UnsafeBufferPointer<UInt8> { json.bytes }

  /// Reads a whole case.
  ///
  /// - Parameter today: periods after this day are refused.
  /// - Throws: `InputError` with the place of the first fault.
  public static func read(_ bytes: [UInt8], today: Day) throws(InputError) -> Career {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(InputError) in try read(buffer, today: today) }
    }
    return try outcome.get()
  }

  /// Reads a whole case from memory that outlives the call.
  ///
  /// - Throws: `InputError` with the place of the first fault.
  public static func read(_ bytes: UnsafeBufferPointer<UInt8>, today: Day) throws(InputError)
    -> Career
  {
    guard bytes.count <= CaseLimits.bytes else { throw CaseLimits.tooLong }
    var reader = CaseReader(today: today, thisYear: today.year, json: JSONPull(bytes))
    try reader.json.refuseByteOrderMark()
    let career = try reader.career()
    try reader.json.end()
    return career
  }

  private static let fields: FieldNames = [
    "format", "id", "person", "claim", "periods", "facts", "note",
  ]

  private mutating func career() throws(InputError) -> Career {
    let start = valueOffset()
    var isNamed = false
    var id: String?
    var person: Person?
    var claim = Claim()
    var claimPlaces = ClaimPlaces()
    var periods: [PeriodDraft] = []
    var facts: [String: [String: FactValue]] = [:]
    try object(Self.fields) { (reader, field) throws(InputError) in
      switch field {
      case 0:
        try reader.formatName()
        isNamed = true
      case 1: id = try reader.identifier()
      case 2: person = try reader.person()
      case 3: (claim, claimPlaces) = try reader.claim()
      case 4: periods = try reader.periods()
      case 5: facts = try reader.facts()
      default: try reader.json.skip()
      }
    }
    guard isNamed else {
      throw InputError(
        "case.format", "the format is not named", hint: "write \"format\": \"\(Self.format)\"",
        at: start)
    }
    guard let person else {
      throw InputError(
        "case.missing-person", "the case does not say who it is about",
        hint: "\"person\": {\"born\": \"1960-05-14\"}", at: start)
    }
    let checks = CaseChecks(person: person)
    try checks.check(claim, claimPlaces)
    try checks.check(periods)
    return Career(
      id: id, person: person, claim: claim, periods: periods.map(\.period), facts: facts)
  }

  private mutating func formatName() throws(InputError) {
    let start = valueOffset()
    let name = try text()
    guard name == Self.format else {
      throw InputError(
        "case.format", "'\(InputError.shown(name))' is not a format this version reads",
        hint: "write \"format\": \"\(Self.format)\"", at: start)
    }
  }

  // MARK: Person and claim

  private static let personFields: FieldNames = ["born", "sex", "lives_in", "citizen_of", "note"]

  private mutating func person() throws(InputError) -> Person {
    let start = valueOffset()
    var born: Day?
    var sex: Person.Sex?
    var home: Country?
    var citizenships: [Country] = []
    try object(Self.personFields) { (reader, field) throws(InputError) in
      switch field {
      case 0: born = try reader.birth()
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
    return Person(born: born, sex: sex, livesIn: home, citizenOf: citizenships)
  }

  private mutating func birth() throws(InputError) -> Day {
    let start = valueOffset()
    let born = try day()
    guard born <= today else {
      throw InputError("case.future-birth", "\(born) lies in the future", at: start)
    }
    guard born.year >= CaseLimits.firstYear else {
      throw InputError(
        "case.absurd-birth", "nobody born in \(born.year) asks for a pension now",
        hint: "births from \(CaseLimits.firstYear) on are read", at: start)
    }
    return born
  }

  private static let claimFields: FieldNames = ["benefit", "from", "as_of", "starts", "note"]

  private mutating func claim() throws(InputError) -> (Claim, ClaimPlaces) {
    var claim = Claim()
    var places = ClaimPlaces()
    try object(Self.claimFields) { (reader, field) throws(InputError) in
      switch field {
      case 0: claim.benefit = try reader.word(Claim.Benefit.self, "case.unknown-benefit")
      case 1:
        places.from = reader.valueOffset()
        claim.from = try reader.day()
      case 2:
        places.asOf = reader.valueOffset()
        claim.asOf = try reader.day()
      case 3:
        try reader.map { (reader, name, _) throws(InputError) in
          places.starts[name] = reader.valueOffset()
          claim.starts[name] = try reader.day()
        }
      default: try reader.json.skip()
      }
    }
    return (claim, places)
  }
}
