import Testing

@testable import Quantities

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("+7", "7"), ("007", "7"), ("1.50", "1.50"), ("-0.05", "-0.05"),
    ("0.00", "0.00"), ("1e3", "1000"), ("1E+3", "1000"), ("1.5e3", "1500"), ("1.5e1", "15"),
    ("1.50e1", "15.0"), ("25e-2", "0.25"), ("-25E-2", "-0.25"), ("0e999999999999", "0"),
    ("0.000e-30", "0.000000000000000000000000"), ("1.10e-1", "0.110"),
    ("12345678901234567890", "12345678901234567890"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("0.000000000000000000000001", "0.000000000000000000000001"),
    ("12345678901234.567890123456789012345678", "12345678901234.567890123456789012345678"),
    ("1.0000000000000000000000000000", "1.000000000000000000000000"),
    ("10000000000000000000000000000000000000.00", "10000000000000000000000000000000000000"),
    ("00000000000000000000000000000000000000000000001.5", "1.5"),
    ("1000000000000000000000000000000e-40", "0.000000000100000000000000"),
    ("1e37", "10000000000000000000000000000000000000"),
  ])
  func reads(text: String, description: String) throws {
    let value = try #require(ExactDecimal(text))
    #expect(value.description == description)
    #expect(ExactDecimal(text[...]) == value)
    var bytes: [UInt8] = []
    value.withText { bytes = Array($0) }
    #expect(String(decoding: bytes, as: UTF8.self) == description)
  }

  @Test(arguments: [
    "", "-", "+", ".", ".5", "5.", "-.5", "1..2", "1.2.3", "1,5", " 1", "1 ", "1e", "1e+", "e5",
    "1e5.0", "--1", "+-1", "0x10", "1_000", "NaN", "Infinity", "１２", "1e5e5", "1.e5", "\u{0}",
  ])
  func refuses(text: String) {
    #expect(throws: DecimalTextError.invalid) { try ExactDecimal(parsing: Array(text.utf8)) }
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    "100000000000000000000000000000000000000", "1e38", "1e999999999999999999999", "1e-25",
    "0.0000000000000000000000001", "1.0000000000000000000000001",
    "123456789012345.678901234567890123456789", "-1e-999999999999999999999",
  ])
  func neverRoundsWhatDoesNotFit(text: String) {
    #expect(throws: DecimalTextError.outOfRange) { try ExactDecimal(parsing: Array(text.utf8)) }
  }

  @Test(arguments: 0..<8) func randomNumbersSurviveTheirText(seed: Int) {
    var source = DecimalSource(seed: 800 + seed)
    for _ in 0..<3_000 {
      let value = source.decimal()
      let read = ExactDecimal(value.description)
      guard read == value, read?.scale == value.scale else {
        Issue.record("\(value) came back as \(String(describing: read))")
        return
      }
    }
  }

  @Test(arguments: 0..<4) func acceptsWhatTheGrammarSays(seed: Int) {
    var generator = SeededGenerator(seed: 900 + seed)
    let letters = Array("0012359.eE+-".utf8)
    for _ in 0..<5_000 {
      let count = generator.below(9)
      let bytes = (0..<count).map { _ in letters[generator.below(letters.count)] }
      let text = String(decoding: bytes, as: UTF8.self)
      let valid: Bool
      do {
        _ = try ExactDecimal(parsing: bytes)
        valid = true
      } catch {
        valid = error == .outOfRange
      }
      guard valid == Self.followsGrammar(text[...]) else {
        Issue.record("\(text) was \(valid ? "accepted" : "refused")")
        return
      }
    }
  }

  /// The grammar by splitting, where the parser scans.
  private static func followsGrammar(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let number = parts.first, parts.count <= 2 else { return false }
    let figures = unsigned(number).split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count == 2 ? [unsigned(parts[1])] : []
    return figures.count <= 2
      && (figures + exponent).allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
      }
  }

  private static func unsigned(_ text: Substring) -> Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
  }

  @Test(arguments: [
    ("1.5", 2, "1.50"), ("1.005", 2, "1.01"), ("-1.005", 2, "-1.01"), ("7", 3, "7.000"),
    ("7.6", 0, "8"), ("-0.004", 2, "0.00"), ("0", 2, "0.00"), ("1.5", -3, "2"),
    ("99999999999999999999999999999999999999", 2, "99999999999999999999999999999999999999.00"),
    ("9.999", 2, "10.00"),
  ])
  func textWithPlaces(value: String, places: Int, expected: String) throws {
    #expect(try #require(ExactDecimal(value)).text(places: places) == expected)
  }
}
