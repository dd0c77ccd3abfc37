import Coordination
import Formula
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
    json.skipSpace()
    let start = json.position
    let text = try json.string()
    guard let day = text.withBytes(in: bytes, { Day(parsing: $0) }) else {
      throw InputError(
        "case.bad-date", "'\(text.text(in: bytes))' is not a day of the calendar",
        hint: "write it as 1960-05-14", at: start)
    }
    return day
  }

  mutating func country() throws(InputError) -> Country {
    json.skipSpace()
    let start = json.position
    let text = try json.string()
    if let country = text.withBytes(in: bytes, { Country(parsing: $0) }) { return country }
    let word = text.text(in: bytes)
    throw InputError(
      "case.unknown-country", "'\(word)' is not a country of ISO 3166",
      hint: Country.suggestion(for: word).map { "did you mean \($0.code) (\($0.name))?" },
      at: start)
  }

  mutating func currency() throws(InputError) -> Currency {
    json.skipSpace()
    let start = json.position
    let text = try json.string()
    if let currency = text.withBytes(in: bytes, { Currency(parsing: $0) }) { return currency }
    let word = text.text(in: bytes)
    throw InputError(
      "case.unknown-currency", "'\(word)' is not a currency of ISO 4217",
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
        "case.number-wanted", "expected a number, found \(kind.rawValue)", at: start)
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
    json.skipSpace()
    let start = json.position
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue)
      throw InputError(
        code, "'\(text)' is not one of \(all.joined(separator: ", "))",
        hint: nearest(to: text, among: all).map { "did you mean '\($0)'?" }, at: start)
    }
    return word
  }

  mutating func list<Element>(
    _ element: (inout CaseReader) throws(InputError) -> Element
  ) throws(InputError) -> [Element] {
    var elements: [Element] = []
    var reader = self
    try json.array { (json, index) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      guard index < CaseLimits.entries else {
        throw InputError(
          "case.too-many", "more than \(CaseLimits.entries) entries", at: json.position)
      }
      elements.append(try element(&reader))
    }
    return elements
  }

  /// An object whose names are free.
  mutating func map(
    _ body: (inout CaseReader, _ name: String, _ offset: Int) throws(InputError) -> Void
  ) throws(InputError) {
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      try body(&reader, key.text(in: reader.bytes), key.range.lowerBound)
    }
  }
}
