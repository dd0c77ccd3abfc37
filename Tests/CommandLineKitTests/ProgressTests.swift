import Synchronization
import Testing

@testable import CommandLineKit

/// A clock moved by hand and a screen that keeps what is written.
private final class Stage: Sendable {
  let time = Atomic<UInt64>(0)
  let screen = Mutex<[String]>([])

  func line(
    _ label: String, total: Int?, unit: ProgressLine.Unit, tty: Bool = true, width: Int = 80
  )
    -> ProgressLine
  {
    let terminal = Terminal(isTTY: tty, columns: width, color: .auto) { _ in "xterm" }
    return ProgressLine(
      label, total: total, unit: unit, terminal: terminal,
      clock: { self.time.load(ordering: .relaxed) },
      sink: { text in self.screen.withLock { $0.append(text) } })
  }

  func wait(milliseconds: UInt64) { time.wrappingAdd(milliseconds * 1_000_000, ordering: .relaxed) }
  var written: [String] { screen.withLock { $0 } }
}

@Suite struct ProgressTests {
  @Test func showsAndCleansUp() {
    let stage = Stage()
    let line = stage.line("prices", total: 50_000_000, unit: .bytes)
    line.update(to: 1)
    #expect(stage.written == [])
    stage.wait(milliseconds: 2000)
    line.update(to: 10_000_000)
    line.update(to: 10_000_001)
    line.finish()
    line.update(to: 20_000_000)
    #expect(
      stage.written == [
        "\rprices 10.0 MB of 50.0 MB, 20 %, 5.0 MB/s, 8 s left\u{1B}[K", "\r\u{1B}[K",
      ])
  }

  @Test func limitsItsRate() {
    let stage = Stage()
    let line = stage.line("cases", total: nil, unit: .items("cases"))
    for _ in 0..<1000 {
      stage.wait(milliseconds: 1)
      line.advance()
    }
    #expect(stage.written.count == 10)
    #expect(stage.written.last == "\rcases 1,000 cases, 1,000/s\u{1B}[K")
  }

  @Test func cleansUpWhenForgotten() {
    let stage = Stage()
    do {
      let line = stage.line("x", total: 10, unit: .items("rows"))
      stage.wait(milliseconds: 200)
      line.advance(by: 5)
    }
    #expect(stage.written.last == "\r\u{1B}[K")
  }

  @Test func silentWithoutATerminal() {
    let stage = Stage()
    let line = stage.line("x", total: 10, unit: .bytes, tty: false)
    stage.wait(milliseconds: 5000)
    line.advance(by: 5)
    line.finish()
    #expect(stage.written == [])
  }

  @Test func staysInTheLine() {
    let stage = Stage()
    let line = stage.line("a very long label of what is done", total: 10, unit: .bytes, width: 20)
    stage.wait(milliseconds: 5000)
    line.advance(by: 5)
    #expect(stage.written == ["\ra very long labe...\u{1B}[K"])
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1999, "1.9 kB"), (999_999, "999.9 kB"),
    (1_000_000, "1.0 MB"), (12_345_678_901, "12.3 GB"), (Int.max, "9223372.0 TB"),
  ])
  func bytes(count: Int, text: String) {
    #expect(ProgressLine.bytes(count) == text)
  }

  @Test func numbersAndTimes() {
    #expect(ProgressLine.grouped(0) == "0")
    #expect(ProgressLine.grouped(1_234_567) == "1,234,567")
    #expect(ProgressLine.grouped(-123) == "-123")
    #expect(ProgressLine.duration(59) == "59 s")
    #expect(ProgressLine.duration(61) == "1 min 1 s")
    #expect(ProgressLine.duration(3660) == "1 h 1 min")
  }

  @Test(arguments: [0, 1, 10, Int.max, Int.min])
  func oddCountsDoNotStopIt(done: Int) {
    let stage = Stage()
    for total in [nil, 0, 1, -5, Int.max, Int.min] {
      let line = stage.line("x", total: total, unit: .bytes)
      for seconds in [0, 1e-9, 1, 1e12] { #expect(line.text(done: done, after: seconds).count > 1) }
      line.update(to: done)
      line.advance(by: Int.max)
    }
  }
}
