import Foundation
import RuleBook
import Testing

@testable import Interchange

/// Every file of `Cases/`: those of `good` are read, those of `bad` refused as their neighbour
/// `.expected` says: code, line:column and path, a line each.
struct CaseFileTests {
  @Test(arguments: TestFiles.cases("good"))
  func good(_ name: String) throws {
    let career = try CaseReader.read(
      try TestFiles.bytes("good/\(name).json"), today: TestFiles.today)
    #expect(career.person.born.year == 1960)
  }

  @Test(arguments: TestFiles.cases("bad"))
  func bad(_ name: String) throws {
    let bytes = try TestFiles.bytes("bad/\(name).json")
    let fault = #expect(throws: InputError.self) {
      try CaseReader.read(bytes, today: TestFiles.today)
    }
    try compare(try #require(fault), bytes, "bad/\(name)")
  }

  /// Cases that only the rule book can refuse.
  @Test(arguments: TestFiles.cases("law"))
  func law(_ name: String) throws {
    let bytes = try TestFiles.bytes("law/\(name).json")
    let career = try CaseReader.read(bytes, today: TestFiles.today)
    let check = try FactCheck(career, library: RuleBook(at: TestFiles.rules))
    let fault = #expect(throws: InputError.self) { try check.check(career) }
    try compare(try #require(fault).located(in: bytes), bytes, "law/\(name)")
  }

  @Test(arguments: ["five-countries", "design"])
  func lawAccepts(_ name: String) throws {
    let bytes = try TestFiles.bytes("good/\(name).json")
    let career = try CaseReader.read(bytes, today: TestFiles.today)
    try FactCheck(career, library: RuleBook(at: TestFiles.rules)).check(career)
  }

  private func compare(_ fault: InputError, _ bytes: [UInt8], _ name: String) throws {
    let (line, column) = fault.position(in: bytes)
    let found = "\(fault.code)\n\(line):\(column)\n\(fault.path)\n"
    let expected = String(decoding: try TestFiles.bytes("\(name).expected"), as: UTF8.self)
    #expect(found == expected)
    #expect(fault.offset <= bytes.count)
    let text = fault.rendered(file: name, bytes: bytes)
    #expect(text.hasPrefix("\(name):\(line):\(column): error: "))
    #expect(text.contains("^"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func tooLong() {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: CaseLimits.bytes + 1)
    let fault = #expect(throws: InputError.self) {
      try CaseReader.read(bytes, today: TestFiles.today)
    }
    #expect(fault?.code == "case.too-long")
  }

  @Test func tooManyPeriods() {
    let one = #"{"country": "DE", "from": "1992-01-15", "to": "1992-01-16"}"#
    let all = Array(repeating: one, count: CaseLimits.periods + 1).joined(separator: ",")
    let text =
      #"{"format": "sojourn/case/1", "person": {"born": "1960-05-14"}, "periods": ["# + all + "]}"
    let fault = #expect(throws: InputError.self) {
      try CaseReader.read(Array(text.utf8), today: TestFiles.today)
    }
    #expect(fault?.code == "case.too-many")
    #expect(fault?.path == "/periods/2000")
  }

  /// Nothing of a hostile text reaches the terminal as a control character or without end.
  @Test func hostileWords() throws {
    let word = #"\u001b[2J"# + String(repeating: "x", count: 100_000)
    let text = #"{"format": "sojourn/case/1", "person": {"sex": ""# + word + #""}}"#
    let bytes = Array(text.utf8)
    let fault = try #require(
      #expect(throws: InputError.self) { try CaseReader.read(bytes, today: TestFiles.today) })
    let rendered = fault.rendered(file: "x", bytes: bytes)
    #expect(!rendered.contains("\u{1B}"))
    #expect(rendered.utf8.count < 600)
  }

  /// The places at and beyond both ends of texts of every shape.
  @Test(arguments: ["", "\n", "a", "ä\nö", "\u{1F600}\u{1F600}", "\n\n\n"])
  func renderingAtEnds(_ text: String) {
    let bytes = Array(text.utf8)
    for offset in -2...(bytes.count + 2) {
      let fault = InputError("x.y", "m", at: offset)
      #expect(fault.rendered(file: "f", bytes: bytes).contains("[x.y]"))
    }
  }
}
