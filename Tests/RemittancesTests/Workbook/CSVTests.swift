import Foundation
import Quantities
import Testing

@testable import Remittances

@Suite struct CSVTests {
  static func records(_ text: String, chunk: Int = 1 << 16) throws -> [[String]] {
    var reader = CSVReader(place: "test")
    var records: [[String]] = []
    func take(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: [Int]) {
      records.append(
        zip([0] + ends, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) })
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try Array(bytes[start..<min(start + chunk, bytes.count)]).withUnsafeBytes {
        try reader.feed($0, take)
      }
    }
    try reader.finish(take)
    return records
  }

  @Test(arguments: [1, 2, 3, 1000])
  func readsWhatTheRFCAllows(chunk: Int) throws {
    let text = "\u{FEFF}a,b,c\r\n1,\"x,\"\"y\"\"\r\nz\",\n\n,,\r2,3,\"\""
    #expect(
      try Self.records(text, chunk: chunk)
        == [["a", "b", "c"], ["1", "x,\"y\"\r\nz", ""], ["", "", ""], ["2", "3", ""]])
  }

  @Test(arguments: [("a,\"b", "test:1"), ("a\n\"b\"c", "test:2"), ("a\nb\"c", "test:2")])
  func refusesWhatItDoesNot(text: String, place: String) throws {
    let error = #expect(throws: WorkbookError.self) { try Self.records(text) }
    #expect(error?.code == .badCSV && error?.place == place)
  }

  @Test(arguments: [
    ("3.3100000000000001", true, "3.31"), ("0.54999999999999993", true, "0.55"),
    ("1.5599999999999998E-2", true, "0.0156"), ("-0.22", false, "-0.22"),
    (" 735.0 ", false, "735"), ("1e3", false, "1000"),
    ("19.323333333333334", false, "19.323333333333334"),
    ("0.00773993808049535", true, "0.00773993808049535"), ("+5", false, "5"), ("0.0", true, "0"),
  ])
  func readsNumbersExactly(text: String, isBinary: Bool, value: String) throws {
    var copy = text
    let reading = copy.withUTF8 { NumberText.read($0, isBinary: isBinary) }
    guard case .number(let number) = reading else {
      Issue.record("\(text) is read as \(reading)")
      return
    }
    #expect(number.exact == ExactDecimal(value))
    #expect(PackedDecimal(word: number.word) == number)
  }

  @Test(arguments: [
    ("", NumberText.Reading.blank), ("  ", .blank), ("..", .placeholder), ("N/A", .placeholder),
    ("12a", .unreadable), ("1.2.3", .unreadable), ("e5", .unreadable), ("1e999", .unreadable),
    ("999999999999999999999", .unreadable), (".", .unreadable), ("-", .placeholder),
  ])
  func saysWhatIsNoNumber(text: String, expected: NumberText.Reading) {
    var copy = text
    #expect(copy.withUTF8 { NumberText.read($0, isBinary: false) } == expected)
  }

  @Test(arguments: [
    ("24/Jan/2011", "2011-01-24"), ("1-feb-12", "2012-02-01"),
    ("2025-08-15 00:00:00", "2025-08-15"),
  ])
  func readsDates(text: String, day: String) {
    #expect(DateText.day(text) == Day(day))
  }

  @Test func readsSerialDates() throws {
    let serial = try #require(PackedDecimal(mantissa: 45_884, scale: 0))
    #expect(DateText.day(serial: serial, from1904: false) == Day("2025-08-15"))
    let noon = try #require(PackedDecimal(mantissa: 458_845, scale: 1))
    #expect(DateText.day(serial: noon, from1904: false) == Day("2025-08-15"))
    #expect(DateText.day("31/Feb/2011") == nil && DateText.day("soon") == nil)
  }
}
