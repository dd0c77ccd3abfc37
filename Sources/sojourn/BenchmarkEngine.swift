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
      Option(
        "detail", value: "HOW", summary: "How much of an answer is wanted.",
        kind: .choice(AnswerDetail.allCases.map(\.rawValue)), defaultValue: "full"),
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    let count = invocation.text("cases").flatMap { Int($0) } ?? 2000
    var generator = CareerGenerator(seed: 20_261_124)
    let lines = (0..<max(1, count)).map { generator.line($0) }
    let desk = Desk(
      book: book, today: console.today,
      detail: invocation.text("detail").flatMap(AnswerDetail.init(rawValue:)) ?? .full)
    if let path = invocation.text("write") { try write(desk, lines, to: path) }
    var json = JSONWriter()
    for line in lines.prefix(40) { desk.answer(line, into: &json) }
    var best: (read: Double, one: Double, two: Double, write: Double)?
    for _ in 0..<max(1, invocation.text("rounds").flatMap { Int($0) } ?? 1) {
      let read = seconds { for line in lines { desk.read(line) } }
      let one = seconds { for line in lines { desk.answer(line, into: &json) } }
      // By the clock around each answer: the difference of two long times would tell nothing.
      let write = lines.reduce(0) { $0 + desk.secondsToWrite($1, into: &json) }
      let began = now()
      let half = lines.count / 2
      let parts = [lines[..<half], lines[half...]]
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        var json = JSONWriter()
        for line in parts[index] { desk.answer(line, into: &json) }
      }
      let two = now() - began
      best = (
        min(best?.read ?? read, read), min(best?.one ?? one, one), min(best?.two ?? two, two),
        min(best?.write ?? write, write)
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
      compute \(tenths((best.one - best.read - best.write) * each)), \
      write \(tenths(best.write * each)), all \(tenths(best.one * each))
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
    var json = JSONWriter()
    for line in lines {
      desk.answer(line, into: &json)
      json.endLine()
      let written = json.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
      guard written == json.count else {
        fclose(file)
        throw Failure("sojourn: \(path) cannot be written", .inputOutput)
      }
    }
    guard fclose(file) == 0 else {
      throw Failure("sojourn: \(path) cannot be written", .inputOutput)
    }
  }

  fileprivate static func seconds(_ body: () -> Void) -> Double {
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
    let detail: AnswerDetail

    func read(_ line: [UInt8]) { _ = try? CaseReader.read(line, today: today) }

    /// The time that writing alone takes, right after the answer was computed.
    func secondsToWrite(_ line: [UInt8], into json: inout JSONWriter) -> Double {
      guard let career = try? CaseReader.read(line, today: today),
        let result = try? Engine(library: book, today: today).answer(career, detail: detail)
      else { return 0 }
      json.removeAll()
      return BenchmarkEngine.seconds {
        ResultWriter(detail).write(result, to: &json)
      }
    }

    /// Writes the answer as JSON, or the error as text, in place of the one before.
    func answer(_ line: [UInt8], into json: inout JSONWriter) {
      json.removeAll()
      do {
        let career = try CaseReader.read(line, today: today)
        let result = try Engine(library: book, today: today).answer(career, detail: detail)
        ResultWriter(detail).write(result, to: &json)
      } catch {
        json.raw("\(error)".utf8)
      }
    }
  }
}
