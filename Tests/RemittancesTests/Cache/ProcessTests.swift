import Foundation
import Testing

@testable import Remittances

/// Several processes on one cache, and processes that die.
@Suite(.serialized, .enabled(if: Programs.probe != nil, "the probe was not built"))
struct ProcessTests {
  /// Kills a process at random moments while it replaces an entry: the entry is always whole, and
  /// at least as new as the last one the process reported.
  @Test func killedAtAnyMoment() throws {
    let probe = try unwrapped(Programs.probe)
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("sojourn-kill-\(UUID().uuidString)")
    let path = directory.appendingPathComponent("rates.sqlite").path
    var random = SystemRandomNumberGenerator()
    for _ in 0..<(Programs.isLong ? 200 : 20) {
      let (process, output) = try Programs.start(probe, ["hammer", path])
      var seen = output.fileHandleForReading.availableData
      usleep(UInt32.random(in: 0...40_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      seen += output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let reported = String(decoding: seen, as: UTF8.self).split(separator: "\n").last
      let last = try unwrapped(reported.flatMap { Int($0) })

      let cache = try ReplyCache(place: CachePlace(path: path))
      #expect(cache.rebuilds == 0)
      let reply = try unwrapped(cache.reply(source: "hammer", url: "https://localhost/"))
      let count = try unwrapped(reply.head.headers.first("x-count").flatMap { Int($0) })
      #expect(count == last || count == last + 1)
      let words = Set(stride(from: 0, to: reply.body.count, by: 4).map { reply.body[$0..<$0 + 4] })
      #expect(words.count == 1)
      #expect(reply.body.count == 4 * (10_000 + count % 7 * 15_000))
      let isWhole = try cache.use { try $0.text("PRAGMA integrity_check") }
      #expect(isWhole == "ok")
    }
    try FileManager.default.removeItem(at: directory)
  }

  @Test(
    .enabled(if: MisbehavingServer.isPossible, Comment(rawValue: MisbehavingServer.missing)),
    arguments: ["ordinary", "refresh"])
  func oneFetchForManyProcesses(_ mode: String) throws {
    let loopback = try Loopback("slow,slow,slow")
    try loopback.seed()
    let started = try (0..<4).map { _ in try start(loopback, mode) }
    let outputs = started.map { process, output in
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
    #expect(outputs.allSatisfy { $0 == "live 17\n" || $0 == "fresh 17\n" }, "\(outputs)")
    #expect(outputs.contains("live 17\n"))
    #expect(try loopback.requests().count == 1)
  }

  @Test(.enabled(if: MisbehavingServer.isPossible, Comment(rawValue: MisbehavingServer.missing)))
  func aKilledFetcherStopsNobody() throws {
    let loopback = try Loopback("slow,ok")
    let (process, _) = try start(loopback, "ordinary")
    while try loopback.requests().isEmpty { usleep(5_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let begin = ContinuousClock.now
    #expect(try loopback.ask().tier == .live)
    // Its claim alone would have held for 45 s.
    #expect(ContinuousClock.now - begin < .seconds(20))
  }

  /// `--offline` opens no socket: the kernel's own record of what the process called.
  @Test(
    .enabled(
      if: Programs.path(of: "strace") != nil && MisbehavingServer.isPossible,
      "strace, python3 and openssl are needed"))
  func offlineOpensNoSocket() throws {
    let loopback = try Loopback("ok")
    try loopback.seed()
    let strace = try unwrapped(Programs.path(of: "strace"))
    let probe = try unwrapped(Programs.probe)
    let record = loopback.directory.appendingPathComponent("strace.txt")
    for (mode, opens) in [("offline", false), ("refresh", true)] {
      let arguments = try self.arguments(loopback, mode)
      let run = try Programs.run(
        strace, ["-f", "-e", "trace=%network", "-o", record.path, probe] + arguments)
      #expect(run.output.hasPrefix(mode == "offline" ? "stale 16.5" : "live 17"))
      let calls = try String(contentsOf: record, encoding: .utf8)
        .split(separator: "\n").filter { $0.contains("(") && !$0.contains("+++") }
      #expect(calls.contains { $0.contains("socket") } == opens, "\(mode): \(calls)")
    }
  }

  private func start(_ loopback: Loopback, _ mode: String) throws -> (Process, Pipe) {
    try Programs.start(try unwrapped(Programs.probe), arguments(loopback, mode))
  }

  private func arguments(_ loopback: Loopback, _ mode: String) throws -> [String] {
    let list = loopback.directory.appendingPathComponent("sources.yaml")
    try FileManager.default.createDirectory(
      at: loopback.directory, withIntermediateDirectories: true)
    try loopback.list.write(to: list, atomically: true, encoding: .utf8)
    return ["fetch", list.path, "made_up", loopback.cachePath, loopback.server.authority, mode]
  }
}
