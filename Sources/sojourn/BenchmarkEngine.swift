import CommandLineKit
import Coordination
import Dispatch
import Glibc
import Interchange
import Quantities
import RuleBook

/// `sojourn benchmark engine`: whole two-country cases in memory, line in, line out.
enum BenchmarkEngine: Subcommand {
  static let command = Command(
    "engine", summary: "Measure the engine on invented two-country careers.",
    discussion: [
      "Each case is a line of JSON in memory that is read, computed and written as a line of JSON. "
        + "The time of the reader alone is the yardstick; the second figure uses two workers."
    ],
    options: [
      Option("cases", value: "N", summary: "How many careers are invented.", defaultValue: "2000"),
      Option(
        "write", value: "FILE", summary: "Also write the answers, one a line.", kind: .file),
      Option("rounds", value: "N", summary: "The best of so many.", defaultValue: "1"),
    ],
    flags: [Flag("explain", summary: "With the worksheets.")])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    let count = invocation.text("cases").flatMap { Int($0) } ?? 2000
    var generator = CareerGenerator(seed: 20_261_124)
    let lines = (0..<max(1, count)).map { generator.line($0) }
    let desk = Desk(book: book, today: console.today, explains: invocation.flag("explain"))
    if let path = invocation.text("write") { try write(desk, lines, to: path) }
    for line in lines.prefix(40) { _ = desk.answer(line) }
    var best: (read: Double, one: Double, two: Double, computed: Double)?
    for _ in 0..<max(1, invocation.text("rounds").flatMap { Int($0) } ?? 1) {
      let read = seconds { for line in lines { desk.read(line) } }
      let computed = seconds { for line in lines { desk.compute(line) } }
      let one = seconds { for line in lines { _ = desk.answer(line) } }
      let began = now()
      let half = lines.count / 2
      let parts = [lines[..<half], lines[half...]]
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        for line in parts[index] { _ = desk.answer(line) }
      }
      let two = now() - began
      best = (
        min(best?.read ?? read, read), min(best?.one ?? one, one), min(best?.two ?? two, two),
        min(best?.computed ?? computed, computed)
      )
    }
    guard let best, let formula = FormulaYardstick(), formula.byRule() == formula.byHand() else {
      return .internalError
    }
    let byRule = seconds { for _ in lines { _ = formula.byRule() } }
    let byHand = seconds { for _ in lines { _ = formula.byHand() } }
    let each = 1_000_000 / Double(lines.count)
    try console.print(
      """
      \(lines.count) cases, µs each: \
      read \(tenths(best.read * each)), \
      compute \(tenths((best.computed - best.read) * each)), \
      write \(tenths((best.one - best.computed) * each)), all \(tenths(best.one * each))
      one worker: \(Int(Double(lines.count) / best.one)) cases/s, \
      \(tenths(best.one / best.read)) times the reader alone
      two workers: \(Int(Double(lines.count) / best.two)) cases/s, \
      \(tenths(best.one / best.two)) times one worker
      one formula over 40 years: \(tenths(byRule * each)) µs by rule, \
      \(tenths(byHand * each)) µs in hand-written Swift, \(tenths(byRule / byHand)) times as long

      """)
    return .success
  }

  private static func write(_ desk: Desk, _ lines: [[UInt8]], to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw Failure("sojourn: \(path) cannot be written", .inputOutput)
    }
    for line in lines {
      let bytes = desk.answer(line) + [UInt8(ascii: "\n")]
      guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
        fclose(file)
        throw Failure("sojourn: \(path) cannot be written", .inputOutput)
      }
    }
    guard fclose(file) == 0 else {
      throw Failure("sojourn: \(path) cannot be written", .inputOutput)
    }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let began = now()
    body()
    return now() - began
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}

extension BenchmarkEngine {
  /// Answers one line.
  struct Desk: Sendable {
    let book: RuleBook
    let today: Day
    let explains: Bool

    func read(_ line: [UInt8]) { _ = try? CaseReader.read(line, today: today) }

    func compute(_ line: [UInt8]) {
      guard let career = try? CaseReader.read(line, today: today) else { return }
      _ = try? Engine(library: book, today: today).answer(career, explains: explains)
    }

    /// The answer as JSON, or the error as text.
    func answer(_ line: [UInt8]) -> [UInt8] {
      do {
        let career = try CaseReader.read(line, today: today)
        let result = try Engine(library: book, today: today).answer(career, explains: explains)
        var json = JSONWriter()
        ResultWriter(hasWorksheets: explains).write(result, to: &json)
        return json.bytes
      } catch {
        return Array("\(error)".utf8)
      }
    }
  }
}
