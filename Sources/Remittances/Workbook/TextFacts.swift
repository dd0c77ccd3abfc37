import Quantities

/// What each text of the pool means, worked out once however many rows it stands in.
final class TextFacts {
  private struct Facts {
    var isKnown = false
    var isUntidy = false
    var isPlaceholder = false
    var isYes = false
    var currency: Currency??
    var reading: NumberText.Reading?
    var day: Day??
    var quarter: CalendarQuarter??
    var notes: NoteMarks?
    var isOfficialCountry: Bool?
    var isOfficialCurrency: Bool?
    var row: Int64 = 0
  }

  let pool: TextPool
  private var facts: [Facts] = []
  private let find: SQLStatement
  private let add: SQLStatement
  private let database: SQLDatabase
  /// Whether a corridor's text is its two countries' codes, by the three texts.
  private var corridors: [SIMD4<Int32>: Bool] = [:]

  init(pool: TextPool, database: SQLDatabase) throws(SQLError) {
    self.pool = pool
    self.database = database
    find = try database.prepare("SELECT id FROM text WHERE value = ?")
    add = try database.prepare("INSERT INTO text (value) VALUES (?)")
  }

  /// The number of the text in the database.
  func row(_ number: Int) throws(SQLError) -> Int64 {
    let known = facts[slot(number)].row
    if known != 0 { return known }
    let row = try row(of: pool.string(number))
    facts[number].row = row
    return row
  }

  /// The number in the database of a text that is not in the pool.
  func row(of text: String) throws(SQLError) -> Int64 {
    try find.bind(text, at: 1)
    defer { find.reset() }
    if try find.step() { return find.integer64(0) }
    try add.bind(text, at: 1)
    try add.run()
    return database.lastInsertedRow
  }

  /// Whether spaces stand before or after the text.
  func isUntidy(_ number: Int) -> Bool { facts[slot(number)].isUntidy }

  /// Whether the text is `..`, `N/A` or `Not available`, or nothing but spaces.
  func isPlaceholder(_ number: Int) -> Bool { facts[slot(number)].isPlaceholder }

  /// Whether the text is `yes`, however capitalized.
  func isYes(_ number: Int) -> Bool { facts[slot(number)].isYes }

  /// The text as a currency of ISO 4217.
  func currency(_ number: Int) -> Currency? {
    if let currency = facts[slot(number)].currency { return currency }
    let currency = Currency(Tidy.text(pool.string(number)))
    facts[number].currency = .some(currency)
    return currency
  }

  /// The text as a number.
  func reading(_ number: Int) -> NumberText.Reading {
    if let reading = facts[slot(number)].reading { return reading }
    let reading = pool.withText(number) { NumberText.read($0, isBinary: false) }
    facts[number].reading = reading
    return reading
  }

  /// The text as a day.
  func day(_ number: Int) -> Day? {
    if let day = facts[slot(number)].day { return day }
    let day = DateText.day(pool.string(number))
    facts[number].day = .some(day)
    return day
  }

  /// The text as a quarter.
  func quarter(_ number: Int) -> CalendarQuarter? {
    if let quarter = facts[slot(number)].quarter { return quarter }
    let quarter = DateText.quarter(pool.string(number).drop { $0 == " " })
    facts[number].quarter = .some(quarter)
    return quarter
  }

  /// The text as a note.
  func notes(_ number: Int) -> NoteMarks {
    if let notes = facts[slot(number)].notes { return notes }
    let notes = NoteMarks(pool.string(number))
    facts[number].notes = notes
    return notes
  }

  /// Whether the text is an alpha-3 code of ISO 3166-1, or Kosovo's XKX.
  func isOfficialCountry(_ number: Int) -> Bool {
    if let known = facts[slot(number)].isOfficialCountry { return known }
    let text = Tidy.text(pool.string(number))
    let isOfficial = text.utf8.count == 3 && Country(text) != nil
    facts[number].isOfficialCountry = isOfficial
    return isOfficial
  }

  /// Whether the text is a code of ISO 4217 that money is paid in; units of account are not.
  func isOfficialCurrency(_ number: Int) -> Bool {
    if let known = facts[slot(number)].isOfficialCurrency { return known }
    // CLF, UYW and others: funds codes, whose minor units are four or none.
    let isOfficial = currency(number).map { ($0.minorUnits ?? 9) < 4 } ?? false
    facts[number].isOfficialCurrency = isOfficial
    return isOfficial
  }

  /// Whether a text is the codes of two countries one after the other.
  func isCorridor(_ text: Int, from source: Int?, to destination: Int?) -> Bool {
    let key = SIMD4(Int32(text), Int32(source ?? -1), Int32(destination ?? -1), 0)
    if let known = corridors[key] { return known }
    let parts = [source, destination].map { $0.map { Tidy.text(pool.string($0)) } ?? "" }
    let isEqual = Tidy.text(pool.string(text)) == parts.joined()
    corridors[key] = isEqual
    return isEqual
  }

  /// Where the facts of a text stand, with the plain ones worked out.
  @inline(__always)
  private func slot(_ number: Int) -> Int {
    if number < facts.count, facts[number].isKnown { return number }
    learn(number)
    return number
  }

  private func learn(_ number: Int) {
    while facts.count <= number { facts.append(Facts()) }
    pool.withText(number) { text in
      let isBlank = text.allSatisfy { $0 <= 0x20 }
      facts[number].isUntidy =
        !isBlank && ((text.first ?? 0x21) <= 0x20 || (text.last ?? 0x21) <= 0x20)
      let word = Tidy.text(String(decoding: text, as: UTF8.self)).lowercased()
      facts[number].isPlaceholder =
        isBlank || ["..", "n/a", "na", "#n/a", "-", "not available"].contains(word)
      facts[number].isYes = word == "yes"
    }
    facts[number].isKnown = true
  }
}

/// Removes what surrounds a text.
enum Tidy {
  /// The text without spaces before and after it.
  static func text(_ text: String) -> String {
    guard
      text.utf8.first.map({ $0 <= 0x20 }) ?? false || text.utf8.last.map({ $0 <= 0x20 }) ?? false
    else { return text }
    var bytes = Substring(text).utf8
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return String(Substring(bytes))
  }
}
