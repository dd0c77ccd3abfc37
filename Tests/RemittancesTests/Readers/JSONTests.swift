import Foundation
import Testing

@testable import Remittances

/// The JSON reader against RFC 8259.
struct JSONTests {
  static let suite = SharedFiles.shared.appending(path: "json/JSONTestSuite/test_parsing")
  static let hasSuite = FileManager.default.fileExists(
    atPath: suite.path(percentEncoded: false))

  @Test(.enabled(if: hasSuite, "the JSON conformance suite is not there"))
  func conformance() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: JSONTests.suite, includingPropertiesForKeys: nil)
    var counts = (accepted: 0, refused: 0)
    for file in files where file.pathExtension == "json" {
      let name = file.lastPathComponent
      let accepts = (try? JSONReader.read(Data(contentsOf: file))) != nil
      if name.hasPrefix("y_") {
        #expect(accepts, "\(name) must be read")
        counts.accepted += 1
      } else if name.hasPrefix("n_") {
        #expect(!accepts, "\(name) must be refused")
        counts.refused += 1
      }
    }
    #expect(counts.accepted > 90)
    #expect(counts.refused > 180)
  }

  @Test func keepsNumbersAsWritten() throws {
    let text = "[1.10, -0, 1e3, 5.70931333333333, 12345678901234567890.5]"
    #expect(
      try JSONReader.read(text.utf8)
        == .array(
          ["1.10", "-0", "1e3", "5.70931333333333", "12345678901234567890.5"].map {
            .number($0)
          }))
  }

  @Test func readsEscapes() throws {
    let text = #""a\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00z""#
    #expect(try JSONReader.read(text.utf8) == .string("a\"\\/\u{8}\u{c}\n\r\tA\u{e9}\u{1F600}z"))
  }

  @Test(arguments: [
    ("[1,]", JSONSyntaxError.Code.unexpectedByte, 3), ("{\"a\" 1}", .unexpectedByte, 5),
    ("[1", .unexpectedEnd, 2), ("[01]", .unexpectedByte, 2), ("[1.]", .badNumber, 3),
    ("\"\\x\"", .badEscape, 2), ("\"\\ud800\"", .badEscape, 7), ("\"\n\"", .controlCharacter, 1),
    ("1 2", .trailingBytes, 2), ("", .unexpectedEnd, 0),
  ])
  func namesThePlace(_ text: String, _ code: JSONSyntaxError.Code, _ offset: Int) {
    do {
      _ = try JSONReader.read(text.utf8)
      Issue.record("was read")
    } catch {
      #expect(error.code == code)
      #expect(error.offset == offset)
    }
  }

  @Test func keepsWithinLimits() {
    let limits = JSONLimits(depth: 3, bytes: 100, values: 10)
    func code(_ text: String) -> JSONSyntaxError.Code? {
      do throws(JSONSyntaxError) {
        _ = try JSONReader.read(text.utf8, limits: limits)
        return nil
      } catch {
        return error.code
      }
    }
    let codes = [
      "[[[[]]]]", String(repeating: " ", count: 101), "[1,2,3,4,5,6,7,8,9,0]",
    ].map(code)
    #expect(codes == [.tooDeep, .tooLong, .tooManyValues])
  }
}
