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

  /// What the program writes is read back unchanged.
  @Test(arguments: 8..<10)
  func written(_ seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    for _ in 0..<500 {
      let career = generator.career()
      let bytes = CaseWriter(note: "made by a test").bytes(of: career)
      guard try CaseReader.read(bytes, today: TestFiles.today) == career else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))")
        return
      }
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
