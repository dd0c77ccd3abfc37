import Foundation

@testable import Remittances

/// A folder with a source list, the shipped snapshot and a filled cache, and the program on it.
struct RemitRun {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program that the build put beside the tests.
  static let program: String? = {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let path = URL(filePath: own).deletingLastPathComponent().appending(path: "sojourn")
      .path(percentEncoded: false)
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  static func path(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  let folder: URL
  var cache: String

  /// - Parameter isEmpty: without a snapshot and with nothing in the cache.
  init(isEmpty: Bool = false) throws {
    let manager = FileManager.default
    folder = manager.temporaryDirectory.appending(path: "sojourn-run-\(UUID().uuidString)")
    cache = folder.appending(path: "cache").path(percentEncoded: false)
    let data = folder.appending(path: "RateCache")
    try manager.createDirectory(at: data, withIntermediateDirectories: true)
    let shipped = RemitRun.package.appending(path: "RateCache")
    // Quotes may be shown only; here the cache holds recorded ones.
    let text = try String(contentsOf: shipped.appending(path: "sources.yaml"), encoding: .utf8)
      .replacing("may_store: no", with: "may_store: yes")
    try text.write(
      to: data.appending(path: "sources.yaml"), atomically: true, encoding: .utf8)
    if isEmpty { return }
    try manager.createSymbolicLink(
      at: data.appending(path: "snapshot.sqlite"),
      withDestinationURL: shipped.appending(path: "snapshot.sqlite"))
    let replies = try ReplyCache(place: CachePlace(path: cache + "/rates.sqlite"))
    let resources = RemitRun.package.appending(path: "Tests/RemittancesTests/Resources")
    let now = Instant.now()
    for (source, url, file) in [
      (
        "wise.comparison",
        "https://api.wise.com/v4/comparisons/?sourceCurrency=USD&targetCurrency=MXN&sendAmount=500",
        "wise/USD-MXN.json"
      ),
      (
        "frankfurter", "https://api.frankfurter.dev/v2/rates?base=USD&quotes=MXN",
        "wire/frankfurter_v2_2026-09-05.json"
      ),
      (
        "ecb.daily", "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
        "wire/ecb_eurofxref-daily_2026-07-09.trimmed.xml"
      ),
    ] {
      let body = Array(try Data(contentsOf: resources.appending(path: file)))
      let head = ReplyHead(
        status: 200, headers: HTTPHeaders(), requestedAt: now, receivedAt: now)
      try replies.store(
        StoredReply(source: source, url: url, head: head, body: body), now: now)
    }
  }

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  func sojourn(_ arguments: [String]) throws -> Outcome {
    guard let program = RemitRun.program else { throw CocoaError(.fileNoSuchFile) }
    return try start(program, arguments)
  }

  /// Runs a program to its end in an environment of its own.
  func start(_ path: String, _ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = Program.sanitizers.merging([
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LC_ALL": "C.UTF-8",
      "SOJOURN_CACHE": cache, "COLUMNS": "120",
      "SOJOURN_RATE_CACHE": folder.appending(path: "RateCache").path(percentEncoded: false),
    ]) { $1 }
    let errors = folder.appending(path: "errors-\(UUID().uuidString)")
    _ = FileManager.default.createFile(
      atPath: errors.path(percentEncoded: false), contents: nil)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
