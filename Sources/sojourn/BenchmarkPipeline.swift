import CommandLineKit
import Coordination
import Glibc
import Interchange
import Quantities
import RuleBook
import Synchronization

/// `sojourn benchmark pipeline`: the line pipeline against its own reader, its workers, its memory.
enum BenchmarkPipeline {
  static let command = Command(
    "pipeline", summary: "Measure the stream of cases against its own reader.",
    discussion: [
      "Invented two-country careers in memory run through the pipeline of entitlements --ndjson. "
        + "The yardstick is the case reader alone on the same lines, in the same run.",
      "Memory is the highest of the process so far, after a stream of one length, of ten times "
        + "and of a hundred times that length, each taken by a slow consumer.",
    ],
    options: [
      Option(
        "cases", value: "N", summary: "How many careers are invented.",
        kind: .integer(10...1_000_000), defaultValue: "2000")
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let bench = Bench(
      book: try RuleBook.of(invocation), today: console.today,
      count: invocation.integer("cases") ?? 2000)
    _ = try bench.stream(jobs: 2, detail: .figures)
    let reader = bench.readerAlone()
    try console.print("reader alone: \(bench.rate(reader)) cases/s\n")
    for detail in [AnswerDetail.figures, .full] {
      let one = try bench.stream(jobs: 1, detail: detail)
      let two = try bench.stream(jobs: 2, detail: detail)
      try console.print(
        """
        \(detail.rawValue): one worker \(bench.rate(one)) cases/s \
        (\(hundredths(one / reader)) times the reader's time), two workers \
        \(bench.rate(two)) cases/s (\(hundredths(one / two)) times one)

        """)
    }
    for times in [1, 10, 100] {
      _ = try bench.stream(jobs: 2, detail: .figures, length: times, of: 10, pause: 200)
      try console.print("slow consumer, \(times)x: highest memory \(highestMemory()) KiB\n")
    }
    return .success
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }

  /// The largest resident set of this process so far, in KiB.
  private static func highestMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

extension BenchmarkPipeline {
  /// Lines in memory and what is done to them; times are in seconds.
  struct Bench {
    let book: RuleBook
    let today: Day
    let lines: [[UInt8]]
    private let text: [UInt8]

    init(book: RuleBook, today: Day, count: Int) {
      self.book = book
      self.today = today
      var generator = CareerGenerator(seed: 20_261_124)
      lines = (0..<count).map { generator.line($0) }
      text = Array(lines.joined(separator: [0x0A])) + [0x0A]
    }

    func rate(_ seconds: Double) -> Int { Int(Double(lines.count) / seconds) }

    func readerAlone() -> Double {
      let began = Self.now()
      for line in lines { _ = try? CaseReader.read(line, today: today) }
      return Self.now() - began
    }

    /// Runs the lines through the pipeline.
    ///
    /// - Parameters:
    ///   - length: how often the text, or its part, is sent.
    ///   - part: only one line in so many is sent.
    ///   - pause: microseconds for which the consumer waits at each piece.
    /// - Throws: a failure where an answer is missing.
    func stream(
      jobs: Int, detail: AnswerDetail, length: Int = 1, of part: Int = 1, pause: UInt32 = 0
    ) throws -> Double {
      let (book, today) = (book, today)
      let answered = Count()
      let sent =
        part == 1
        ? text : Array(lines.prefix(lines.count / part).joined(separator: [0x0A])) + [0x0A]
      let options = CaseAnswerer<RuleBook>.Options(detail: detail)
      let pipeline = LinePipeline(
        limit: CaseLimits.bytes, jobs: jobs,
        write: { bytes in
          if pause > 0 { usleep(pause) }
          answered.lines.withLock { $0 += bytes.count { $0 == 0x0A } }
        }, makeAnswerer: { CaseAnswerer(library: book, today: today, options: options) })
      var (round, place) = (0, 0)
      let began = Self.now()
      _ = try pipeline.run { buffer in
        if place == sent.count { (round, place) = (round + 1, 0) }
        guard round < length else { return 0 }
        let piece = sent[place..<min(sent.count, place + buffer.count)]
        buffer.copyBytes(from: piece)
        place += piece.count
        return piece.count
      }
      let time = Self.now() - began
      let expected = sent.count { $0 == 0x0A } * length
      guard answered.lines.withLock({ $0 }) == expected else {
        throw Failure("sojourn: the pipeline lost an answer", .internalError)
      }
      return time
    }

    /// Lines that have come out.
    private final class Count: Sendable {
      let lines = Mutex(0)
    }

    private static func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
}
