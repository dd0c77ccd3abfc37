import Foundation
import Synchronization
import Testing

@testable import Interchange

/// Answers a line with itself in capitals; lines that begin with `!` fail, `slow` ones take time.
private final class Echo: LineAnswerer {
  func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into json: inout JSONWriter
  ) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("slow") { usleep(3000) }
    json.raw("\(number) \(text.uppercased())".utf8)
    json.endLine()
    return !text.hasPrefix("!")
  }

  func refuseLongLine(number: Int, into json: inout JSONWriter) {
    json.raw("\(number) too long".utf8)
    json.endLine()
  }
}

private final class Sink: Sendable {
  let bytes = Mutex<[UInt8]>([])
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

@Suite struct LinePipelineTests {
  /// Runs a stream that arrives in pieces of `piece` bytes.
  private func run(_ text: String, piece: Int, jobs: Int, limit: Int = 1 << 20) throws -> (
    output: String, failed: Int
  ) {
    let sink = Sink()
    var rest = Array(text.utf8)[...]
    let pipeline = LinePipeline(
      limit: limit, jobs: jobs,
      write: { bytes in sink.bytes.withLock { $0 += Array(bytes) } }, makeAnswerer: { Echo() })
    let outcome = try pipeline.run { buffer in
      let part = rest.prefix(min(piece, buffer.count))
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    return (sink.text, outcome.failedLines)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100_000], [1, 2, 5])
  func answersComeInOrderHoweverTheStreamIsCut(piece: Int, jobs: Int) throws {
    let lines = (0..<200).map {
      $0 % 17 == 0 ? "slow \($0)" : $0 % 5 == 0 ? "!bad \($0)" : "l\($0)"
    }
    let (output, failed) = try run(lines.joined(separator: "\n") + "\n", piece: piece, jobs: jobs)
    let expected = lines.enumerated().map { "\($0 + 1) \($1.uppercased())" }
    #expect(output.split(separator: "\n").map(String.init) == expected)
    #expect(failed == lines.count { $0.hasPrefix("!") })
  }

  @Test(arguments: [1, 5, 1000])
  func blankLinesAreSkippedAndTheLastNeedsNoEnd(piece: Int) throws {
    let (output, _) = try run("a\n\n  \r\nb\n\nc", piece: piece, jobs: 2)
    #expect(output == "1 A\n4 B\n6 C\n")
    #expect(try run("", piece: 1, jobs: 2).output.isEmpty)
  }

  @Test(arguments: [1, 9, 64, 1000])
  func aLineBeyondTheLimitIsRefusedAndTheStreamGoesOn(piece: Int) throws {
    let long = String(repeating: "x", count: 300)
    let (output, failed) = try run(
      "a\n\(long)\nb\n\(long)", piece: piece, jobs: 2, limit: 20)
    #expect(output == "1 A\n2 too long\n3 B\n4 too long\n")
    #expect(failed == 2)
  }

  @Test func aLineIsAnsweredBeforeTheNextArrives() throws {
    let sink = Sink()
    let pipeline = LinePipeline(
      limit: 1000, jobs: 2, write: { bytes in sink.bytes.withLock { $0 += Array(bytes) } },
      makeAnswerer: { Echo() })
    var step = 0
    _ = try pipeline.run { buffer in
      step += 1
      guard step <= 3 else { return 0 }
      if step > 1 {
        for _ in 0..<2000 where !sink.text.hasSuffix("Q\(step - 1)\n") { usleep(1000) }
        #expect(sink.text.hasSuffix("Q\(step - 1)\n"), "no answer before the next question")
      }
      let line = Array("q\(step)\n".utf8)
      buffer.copyBytes(from: line)
      return line.count
    }
  }

  private struct Broken: Error {}

  @Test func nothingIsReadWithoutEndWhenNobodyTakesTheAnswers() throws {
    let pipeline = LinePipeline(
      limit: 1000, jobs: 2, write: { _ in throw Broken() }, makeAnswerer: { Echo() })
    #expect(throws: Broken.self) {
      try pipeline.run { buffer in
        buffer.copyBytes(from: Array("abc\n".utf8))
        return 4
      }
    }
  }

  @Test func whatTheReaderThrowsComesOut() throws {
    let sink = Sink()
    let pipeline = LinePipeline(
      limit: 1000, jobs: 2, write: { bytes in sink.bytes.withLock { $0 += Array(bytes) } },
      makeAnswerer: { Echo() })
    var isFirst = true
    #expect(throws: Broken.self) {
      try pipeline.run { buffer in
        guard isFirst else { throw Broken() }
        isFirst = false
        buffer.copyBytes(from: Array("abc\n".utf8))
        return 4
      }
    }
    #expect(sink.text == "1 ABC\n")
  }
}
