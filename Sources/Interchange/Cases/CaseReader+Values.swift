import Coordination
import Quantities

extension CaseReader {
  mutating func text() throws(InputError) -> String {
    try json.string().text(in: bytes)
  }

  /// An id: a text, or a number as it is written.
  mutating func identifier() throws(InputError) -> String {
    if try json.kind() == .number {
      return String(decoding: bytes[try json.number()], as: UTF8.self)
    }
    return try text()
  }

  mutating func day() throws(InputError) -> Day {
    let start = valueOffset()
    let text = try json.string()
    guard let day = text.withBytes(in: bytes, { Day(parsing: $0) }) else {
      throw InputError(
        "case.bad-date", "'\(InputError.shown(text.text(in: bytes)))' is not a day of the calendar",
        hint: "write it as 1960-05-14", at: start)
    }
    return day
  }

  mutating func country() throws(InputError) -> Country {
    let start = valueOffset()
    let text = try json.string()
    if let country = text.withBytes(in: bytes, { Country(parsing: $0) }) { return country }
    let word = text.text(in: bytes)
    throw InputError(
      "case.unknown-country", "'\(InputError.shown(word))' is not a country of ISO 3166",
      hint: Country.suggestion(for: word).map { "did you mean \($0.code) (\($0.name))?" },
      at: start)
  }

  mutating func currency() throws(InputError) -> Currency {
    let start = valueOffset()
    let text = try json.string()
    if let currency = text.withBytes(in: bytes, { Currency(parsing: $0) }) { return currency }
    let word = text.text(in: bytes)
    throw InputError(
      "case.unknown-currency", "'\(InputError.shown(word))' is not a currency of ISO 4217",
      hint: Currency.suggestion(for: word).map { "did you mean \($0.code) (\($0.name))?" },
      at: start)
  }

  /// A decimal, as a number or in quotes; exact either way.
  mutating func decimal() throws(InputError) -> ExactDecimal {
    let kind = try json.kind()
    let start = json.position
    let range: Range<Int>
    switch kind {
    case .number: range = try json.number()
    case .string:
      let text = try json.string()
      guard text.decoded == nil else { throw badDecimal(start) }
      range = text.range
    default:
      throw InputError(
        "case.number-wanted", "expected a number, found \(kind.words)", at: start)
    }
    do {
      return try ExactDecimal(parsing: UnsafeBufferPointer(rebasing: bytes[range]))
    } catch {
      throw badDecimal(start)
    }
  }

  private func badDecimal(_ offset: Int) -> InputError {
    InputError(
      "case.bad-number", "this is not a number that can be held exactly",
      hint: "write 16800.00, without signs for thousands or currency", at: offset)
  }

  /// One word of a closed list.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, _ code: String)
    throws(InputError) -> Word where Word.RawValue == String
  {
    let start = valueOffset()
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue)
      throw InputError(
        code, "'\(InputError.shown(text))' is not one of \(all.joined(separator: ", "))",
        hint: meant(by: text, among: all), at: start)
    }
    return word
  }

  /// The place of the value that comes next.
  @inline(__always)
  mutating func valueOffset() -> Int {
    json.skipSpace()
    return json.position
  }

  // MARK: Containers

  mutating func list<Element>(
    _ element: (inout CaseReader) throws(InputError) -> Element
  ) throws(InputError) -> [Element] {
    var elements: [Element] = []
    try array("entries", atMost: CaseLimits.entries) { (reader) throws(InputError) in
      elements.append(try element(&reader))
    }
    return elements
  }

  /// An array of not too many elements; `body` reads one.
  @inline(__always)
  mutating func array(
    _ what: StaticString, atMost limit: Int,
    _ body: (inout CaseReader) throws(InputError) -> Void
  ) throws(InputError) {
    var more = try json.openArray()
    var index = 0
    while more {
      do throws(InputError) {
        guard index < limit else {
          throw InputError("case.too-many", "more than \(limit) \(what)", at: valueOffset())
        }
        try body(&self)
      } catch {
        throw error.within(String(index))
      }
      index += 1
      more = try json.nextElement()
    }
  }

  /// An object; `body` reads the value of each name.
  @inline(__always)
  mutating func names(
    _ body: (inout CaseReader, _ key: JSONText) throws(InputError) -> Void
  ) throws(InputError) {
    var more = try json.openObject()
    while more {
      let key = try json.name()
      do throws(InputError) {
        try body(&self, key)
      } catch {
        throw error.within(key.text(in: bytes))
      }
      more = try json.nextMember()
    }
  }

  /// An object of known fields; `body` reads the value of the field at a place among them.
  @inline(__always)
  mutating func object(
    _ known: FieldNames, _ body: (inout CaseReader, _ field: Int) throws(InputError) -> Void
  ) throws(InputError) {
    var seen = SeenFields()
    try names { (reader, key) throws(InputError) in
      try body(&reader, try seen.check(key, in: reader.bytes, among: known))
    }
  }

  /// An object whose names are free, each given once.
  mutating func map(
    _ body: (inout CaseReader, _ name: String, _ offset: Int) throws(InputError) -> Void
  ) throws(InputError) {
    var seen = SeenNames()
    try names { (reader, key) throws(InputError) in
      let name = key.text(in: reader.bytes)
      try seen.check(name, at: key.offset)
      try body(&reader, name, key.offset)
    }
  }
}
