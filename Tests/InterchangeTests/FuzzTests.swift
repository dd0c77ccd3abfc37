import Synchronization
import Testing

@testable import Interchange

/// Cases with random damage are read or refused, and never crash the reader.
///
/// `SOJOURN_FUZZ=n` reads n of them.
struct FuzzTests {
  private static let runs = 8

  @Test(arguments: 0..<runs)
  func mutations(_ run: Int) throws {
    let names = TestFiles.cases("good")
    let seeds = try names.map { try TestFiles.bytes("good/\($0).json") }
    var random = SeededRandom(run + 1)
    var refused = 0
    for _ in 0..<(TestFiles.number("SOJOURN_FUZZ", otherwise: 20_000) / Self.runs) {
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0...random.below(3) { Self.damage(&bytes, seeds, &random) }
      do {
        _ = try CaseReader.read(bytes, today: TestFiles.today)
      } catch {
        refused += 1
        #expect((0...bytes.count) ~= error.offset)
        if refused % 16 == 0 { #expect(!error.rendered(file: "f", bytes: bytes).isEmpty) }
        if !error.path.isEmpty {
          // The path leads to a value of the text, however damaged.
          #expect(
            Self.leads(error.path, in: bytes), "\(error) \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    #expect(refused > 0)
  }

  private static func leads(_ path: String, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var json = JSONPull(buffer)
      return json.offset(of: path) != nil
    }
  }

  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "-", "1e999",
    "0", "9999-12-31", "0001-01-01", "-0.0000000000000000000000001", "\u{FEFF}",
    "99999999999999999999999999999999999999999999", "EUR", "\"2002-13\"", "\u{0}",
  ].map { Array($0.utf8) }

  static func damage(
    _ bytes: inout [UInt8], _ seeds: [[UInt8]], _ random: inout SeededRandom
  ) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(7) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
    case 4: bytes.insert(contentsOf: tokens[random.below(tokens.count)], at: place)
    case 5: bytes.removeSubrange(place...)
    default:
      let other = seeds[random.below(seeds.count)]
      let from = random.below(other.count)
      bytes.insert(contentsOf: other[from..<min(other.count, from + 40)], at: place)
    }
  }
}

/// A stream of damaged lines: none is lost, none hangs, nothing crashes.
///
/// `SOJOURN_STREAM_FUZZ=n` sends n lines.
struct StreamFuzzTests {
  @Test func everyDamagedRequestIsAnsweredOnce() throws {
    let seeds = [
      #"{"jsonrpc":"2.0","id":1,"method":"version"}"#,
      #"{"jsonrpc":"2.0","id":"a","method":"echo","params":{"text":"Zo\u00eb","deep":[[{"x":1.5e3}]]}}"#,
      #"[{"jsonrpc":"2.0","id":2,"method":"ping"},{"jsonrpc":"2.0","id":3,"method":"tools/list"}]"#,
      #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"echo","arguments":{}}}"#,
      #"{"jsonrpc":"2.0","id":5,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#,
    ].map { Array($0.utf8) }
    let echo = RPCMethod(
      "echo", title: "Echo", summary: "Says it again.", parameters: "{\"type\": \"object\"}",
      result: "{\"type\": \"object\"}"
    ) { parameters, json in
      json.raw("{}".utf8)
      return try parameters.text("text").map { text in { text } }
    }
    let wanted = TestFiles.number("SOJOURN_STREAM_FUZZ", otherwise: 20_000)
    var random = SeededRandom(77)
    var sent = 0
    var pending: [UInt8] = []
    let counter = LineCounter()
    let pipeline = LinePipeline(
      limit: 4096, jobs: 2, write: { counter.count($0) },
      makeAnswerer: { LineKeeper(RPCAnswerer([echo], version: "1"), counter) })
    _ = try pipeline.run { buffer in
      while pending.count < buffer.count, sent < wanted {
        var line = seeds[random.below(seeds.count)]
        for _ in 0...random.below(3) { FuzzTests.damage(&line, seeds, &random) }
        line.removeAll { $0 == 0x0A }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        pending += line
        pending.append(0x0A)
        sent += 1
      }
      let part = pending.prefix(buffer.count)
      buffer.copyBytes(from: part)
      pending.removeFirst(part.count)
      return part.count
    }
    #expect(sent == wanted)
    #expect(counter.asked == wanted)
    // Every line is answered with one line or, where it became a notification, with none.
    #expect(counter.answered == counter.written)
    #expect(counter.answered > wanted / 2)
  }
}

/// Counts lines from several threads.
private final class LineCounter: Sendable {
  private let state = Mutex((asked: 0, answered: 0, written: 0))
  var asked: Int { state.withLock { $0.asked } }
  var answered: Int { state.withLock { $0.answered } }
  var written: Int { state.withLock { $0.written } }

  func asked(answered: Bool) {
    state.withLock {
      $0.asked += 1
      if answered { $0.answered += 1 }
    }
  }

  func count(_ bytes: UnsafeRawBufferPointer) {
    let lines = bytes.count { $0 == 0x0A }
    state.withLock { $0.written += lines }
  }
}

/// Watches an answerer: at most one line for a line, and that line ends.
private final class LineKeeper: LineAnswerer {
  private let inner: RPCAnswerer
  private let counter: LineCounter

  init(_ inner: RPCAnswerer, _ counter: LineCounter) {
    self.inner = inner
    self.counter = counter
  }

  func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into output: inout JSONWriter
  ) -> Bool {
    let before = output.count
    let isGood = inner.answer(line, number: number, into: &output)
    output.withUnsafeBytes { bytes in
      let added = bytes[before...]
      if added.count(where: { $0 == 0x0A }) > 1 || !(added.isEmpty || added.last == 0x0A) {
        Issue.record("not one line: \(String(decoding: added, as: UTF8.self))")
      }
      counter.asked(answered: !added.isEmpty)
    }
    return isGood
  }

  func refuseLongLine(number: Int, into output: inout JSONWriter) {
    inner.refuseLongLine(number: number, into: &output)
    counter.asked(answered: true)
  }
}
