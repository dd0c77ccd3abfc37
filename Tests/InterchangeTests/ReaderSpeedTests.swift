import Coordination
import Foundation
import Testing

@testable import Interchange

/// How many cases of about 1.3 KB one core reads in a second; `SOJOURN_LONG_TESTS=1` prints it.
@Suite(.enabled(if: TestFiles.number("SOJOURN_LONG_TESTS", otherwise: 0) == 1), .serialized)
struct ReaderSpeedTests {
  @Test func casesASecond() throws {
    let texts = try Self.texts()
    let size = texts.reduce(0) { $0 + $1.count } / texts.count
    #expect((1_000...1_600) ~= size)
    let clock = ContinuousClock()
    var best = 0.0
    for _ in 0..<5 {
      var periods = 0
      let time = try clock.measure {
        for _ in 0..<20 {
          for text in texts {
            periods += try CaseReader.read(text, today: TestFiles.today).periods.count
          }
        }
      }
      #expect(periods > 0)
      best = max(best, Double(20 * texts.count) / (time / .seconds(1)))
    }
    // A yardstick of the same run: only the syntax, nothing kept.
    let skipped = clock.measure {
      for _ in 0..<20 { for text in texts { Self.skip(text) } }
    }
    let syntax = Double(20 * texts.count) / (skipped / .seconds(1))
    print("cases of \(size) bytes: \(Int(best)) a second; syntax alone \(Int(syntax))")
    #expect(best > 1_000)
  }

  private static func skip(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      var json = JSONPull(buffer)
      try? json.skip()
    }
  }

  /// Five periods, of which two have earnings of ten years.
  private static func texts() throws -> [[UInt8]] {
    var random = SeededRandom(77)
    return (0..<200).map { _ in
      func years(_ first: Int) -> String {
        (first..<first + 12).map {
          "\"\($0)\": \"\(10_000 + random.below(50_000)).\(10 + random.below(90))\""
        }
        .joined(separator: ", ")
      }
      let text = """
        {"format": "sojourn/case/1", "id": "\(random.below(1_000_000))",
         "person": {"born": "1960-05-14", "sex": "female", "lives_in": "CA", "citizen_of": ["KR"]},
         "claim": {"benefit": "old_age", "from": "2026-12-01"},
         "periods": [
          {"country": "US", "from": "1980-01-01", "to": "1991-12-31", "type": "employed", "earnings": {\(years(1980))}},
          {"country": "DE", "from": "1992-01-15", "to": "2003-03-31", "type": "employed", "earnings": {"by_year": {\(years(1992))}}},
          {"country": "FR", "scheme": "FR.CNAV", "from": "2003-09-01", "to": "2006-12-31", "type": "11", "certified": {"quarters": 13}},
          {"country": "KR", "from": "2007-01-01", "to": "2010-12-31", "earnings": {"amount": "2600000", "per": "month", "currency": "KRW"}}],
         "facts": {"DE.GRV": {"children_born": ["1993-02-10"]}, "US.OASDI": {"quarters_of_coverage": {"1976": 3}}}}
        """
      return Array(text.utf8)
    }
  }
}
