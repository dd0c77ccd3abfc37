import CommandLineKit
import Glibc
import Remittances

/// `sojourn benchmark import [FILE]`: how long a full-size import takes against `unzip`.
enum BenchmarkImport: Subcommand {
  /// What must hold: times as long as `unzip -p FILE | wc -c`, and memory in MiB.
  static let mostTimes = 4.0
  static let mostMemory = 100.0

  static let command = Command(
    "import", summary: "Measure the import of a full-size workbook against unzip.",
    discussion: [
      "Without FILE a workbook with the World Bank's layout and 253,960 invented rows is written to "
        + "a temporary folder. The import runs as a process of its own into a new database; its "
        + "time is given as a multiple of that of `unzip -p FILE | wc -c`, best of three each."
    ],
    arguments: [
      Argument("FILE", summary: "A workbook to measure with.", kind: .file, arity: .optional)
    ],
    options: [
      Option(
        "write", value: "FILE", summary: "Only write the sample workbook to this file.",
        kind: .file)
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    if let path = invocation.text("write") {
      try SampleWorkbook.fullSize.write(to: path)
      return .success
    }
    guard let program = PricePlaces.executable, let folder = temporaryFolder() else {
      throw Failure("sojourn: no temporary folder", .inputOutput)
    }
    defer { _ = try? Child.run(["/bin/rm", "-rf", folder]) }
    let path = invocation.text("FILE") ?? "\(folder)/sample.xlsx"
    if invocation.text("FILE") == nil {
      // A process of its own, so that its memory is not counted for the import.
      _ = try Child.run([program, "benchmark", "import", "--write", path])
    }
    var unzip: [Double] = []
    var imports: [Double] = []
    var memory = 0.0
    var rows = 0
    for round in 0..<3 {
      let command = "unzip -p \"$1\" | wc -c > /dev/null"
      unzip.append(try Child.run(["/bin/sh", "-c", command, "sh", path]).seconds)
      let database = "\(folder)/\(round).sqlite"
      let usage = try Child.run(
        [program, "rates", "import", path, "--database", database, "--quiet"])
      imports.append(usage.seconds)
      rows = try PriceArchive.imported(database).rowCount()
      memory = max(memory, usage.mebibytes)
    }
    guard let yardstick = unzip.min(), let time = imports.min(), yardstick > 0 else {
      return .internalError
    }
    let ratio = time / yardstick
    try console.print(
      """
      import of \(rows) rows: \(rounded(ratio)) times unzip -p | wc -c (at most \(rounded(mostTimes)))
      import \(rounded(time)) s, unzip \(rounded(yardstick)) s, best of three each
      peak memory of the import: \(rounded(memory)) MiB (at most \(rounded(mostMemory)))

      """)
    return ratio <= mostTimes && memory <= mostMemory ? .success : .internalError
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func temporaryFolder() -> String? {
    let base = CachePlace.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/sojourn-benchmark-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }
}
