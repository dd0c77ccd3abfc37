import Foundation
import Testing

@testable import Remittances

/// Downloads to a file: broken off, taken up, changed underneath, refused.
@Suite(.enabled(if: MisbehavingServer.isPossible, Comment(rawValue: MisbehavingServer.missing)))
struct DownloadTests {
  static let size = 1 << 20

  private func download(
    _ loopback: Loopback, progress: ((FetchProgress) -> Void)? = nil
  ) throws -> ReplyHead {
    let cache = try loopback.cache()
    let fetcher = Fetcher(cache: cache, settings: .loopback(loopback.server))
    return try FileDownload(
      fetcher: fetcher, source: loopback.source, url: loopback.url,
      path: path(loopback), progress: progress
    ).run()
  }

  private func path(_ loopback: Loopback) -> String {
    loopback.directory.appendingPathComponent("rows.xlsx").path
  }

  private func bytes(_ loopback: Loopback) -> Data? {
    FileManager.default.contents(atPath: path(loopback))
  }

  private func loopback(_ steps: String, largest: String = "2MB") throws -> Loopback {
    try Loopback(steps, reader: "workbook_xlsx", largest: largest)
  }

  @Test func aWholeFileTakesItsName() throws {
    let loopback = try loopback("file")
    var seen: [FetchProgress] = []
    _ = try download(loopback) { seen.append($0) }
    let data = try unwrapped(bytes(loopback))
    #expect(data.count == DownloadTests.size + 26)
    #expect(seen.last == FetchProgress(received: Int64(data.count), total: Int64(data.count)))
    #expect(!FileManager.default.fileExists(atPath: path(loopback) + ".part"))
  }

  @Test func aBrokenOffDownloadIsTakenUpWithinTheRun() throws {
    let loopback = try loopback("file-breaks,file")
    _ = try download(loopback)
    let whole = try self.loopback("file")
    _ = try download(whole)
    #expect(bytes(loopback) == bytes(whole))
    let requests = try loopback.requests()
    #expect(requests.map { $0.headers["range"] } == [nil, "bytes=400000-"])
    #expect(requests.last?.headers["if-range"] == "\"w1\"")
  }

  @Test func aBrokenOffDownloadIsTakenUpByTheNextRun() throws {
    let loopback = try loopback("file-breaks,file-404,file")
    #expect(throws: FetchError.status(404)) { try download(loopback) }
    #expect(bytes(loopback) == nil)
    _ = try download(loopback)
    #expect(bytes(loopback)?.count == DownloadTests.size + 26)
    #expect(try loopback.requests().last?.headers["range"] == "bytes=400000-")
  }

  @Test(arguments: ["file-breaks,file-changed", "file-breaks,file-416"])
  func aChangedFileIsFetchedAnew(_ steps: String) throws {
    let loopback = try loopback(steps)
    _ = try download(loopback)
    #expect(bytes(loopback)?.count == DownloadTests.size + 26)
  }

  @Test(arguments: [("file-html", "fetch.invalid_reply"), ("429-bare", "fetch.status")])
  func anErrorPageReplacesNothing(_ steps: String, _ code: String) throws {
    let loopback = try loopback(steps)
    try FileManager.default.createDirectory(
      at: loopback.directory, withIntermediateDirectories: true)
    let old = Data("an older workbook".utf8)
    try old.write(to: URL(fileURLWithPath: path(loopback)))
    do {
      _ = try download(loopback)
      Issue.record("an error page was taken for a workbook")
    } catch let error as FetchError {
      #expect(error.code == code)
    }
    #expect(bytes(loopback) == old)
  }

  @Test func aFileOverItsLimitIsRefused() throws {
    let loopback = try loopback("file", largest: "512KB")
    #expect(throws: FetchError.transfer(.tooLarge)) { try download(loopback) }
    #expect(bytes(loopback) == nil)
  }
}
