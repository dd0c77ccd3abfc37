import Coordination
import Foundation
import Testing

@testable import Interchange

/// Careers written as cases are read again without loss, and as Foundation reads them.
///
/// `SOJOURN_LONG_TESTS=1` compares 100,000 of them with Foundation.
struct RoundTripTests {
  private static let compared =
    TestFiles.number("SOJOURN_LONG_TESTS", otherwise: 0) == 1 ? 100_000 : 2000

  @Test(arguments: 0..<4)
  func careers(_ seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    for _ in 0..<500 {
      let career = generator.career()
      let bytes = CaseText.bytes(of: career, &generator.random)
      let read = try CaseReader.read(bytes, today: TestFiles.today)
      guard read == career else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(career)\n\(read)")
        return
      }
    }
  }

  /// Careers as the program writes them, with their notes.
  @Test(arguments: 8..<12)
  func written(_ seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    for _ in 0..<500 {
      let career = generator.career()
      var notes = CaseNotes()
      if generator.random.once(in: 2) { notes.whole = CaseNotes.text("a \"note\"\n") }
      for index in career.periods.indices where generator.random.once(in: 2) {
        notes.periods[index] = Array("{\"by\": [1, null]}".utf8)
      }
      let bytes = CaseWriter(notes: notes).bytes(of: career)
      #expect(try CaseReader.read(bytes, today: TestFiles.today) == career)
      #expect(try CaseNotes(of: bytes) == notes)
    }
  }

  /// The same careers as `JSONDecoder` decodes them.
  @Test(arguments: 4..<8)
  func foundation(_ seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    let decoder = JSONDecoder()
    for _ in 0..<(Self.compared / 4) {
      let bytes = CaseText.bytes(of: generator.career(), &generator.random)
      let read = try CaseReader.read(bytes, today: TestFiles.today)
      let decoded = try decoder.decode(DecodedCase.self, from: Data(bytes)).career()
      guard read == decoded else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(decoded)\n\(read)")
        return
      }
    }
  }
}
