import Foundation
import Testing

@testable import Remittances

/// The database of replies: keeping, evicting, refusing, rebuilding.
struct ReplyCacheTests {
  static let now = Instant(seconds: 1_790_000_000)

  private func place() throws -> CachePlace {
    CachePlace(path: try SharedFiles.folder().path(percentEncoded: false) + "/a/b/rates.sqlite")
  }

  private func reply(_ name: String, _ body: [UInt8], at offset: Int64 = 0) -> StoredReply {
    let time = Self.now.adding(offset)
    let head = ReplyHead(
      status: 200, headers: HTTPHeaders([("ETag", "\"\(name)\"")]), requestedAt: time.adding(-1),
      receivedAt: time)
    return StoredReply(source: name, url: "https://a.example/\(name)", head: head, body: body)
  }

  private func load(_ name: String, _ cache: ReplyCache) throws -> StoredReply? {
    try cache.reply(source: name, url: "https://a.example/\(name)")
  }

  @Test func whatIsStoredComesBack() throws {
    let place = try place()
    let stored = reply("one", Array("{}".utf8))
    try ReplyCache(place: place).store(stored, now: Self.now)
    let cache = try ReplyCache(place: place)
    #expect(try load("one", cache) == stored)
    #expect(try load("two", cache) == nil)
    let newer = reply("one", [], at: 60)
    try cache.store(newer, now: Self.now)
    #expect(try load("one", cache) == newer)
    try cache.forget(source: "one")
    #expect(try load("one", cache) == nil)
  }

  @Test func onlyTheOwnerMayRead() throws {
    let place = try place()
    _ = try ReplyCache(place: place)
    let manager = FileManager.default
    let file = try manager.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
    let folder = try manager.attributesOfItem(atPath: place.directory)[.posixPermissions] as? Int
    #expect(file == 0o600)
    #expect(folder == 0o700)
  }

  @Test func theLeastRecentlyUsedGoes() throws {
    let cache = try ReplyCache(place: try place(), limit: 1_000)
    for (index, name) in ["a", "b", "c"].enumerated() {
      try cache.store(
        reply(name, Array(repeating: 1, count: 300)), now: Self.now.adding(Int64(index)))
    }
    try cache.markUsed(source: "a", url: "https://a.example/a", now: Self.now.adding(7_200))
    try cache.store(reply("d", Array(repeating: 1, count: 300)), now: Self.now.adding(7_201))
    let left = try ["a", "b", "c", "d"].filter { try load($0, cache) != nil }
    #expect(left == ["a", "c", "d"])
    // What alone is over the limit is not kept, and drives nothing out.
    #expect(try !cache.store(reply("e", Array(repeating: 1, count: 1_001)), now: Self.now))
    #expect(try cache.summary(now: Self.now).size == 900)
  }

  @Test func aRottenBodyIsNoReply() throws {
    let cache = try ReplyCache(place: try place())
    try cache.store(reply("one", Array("{\"rate\":1}".utf8)), now: Self.now)
    try cache.use { try $0.execute("UPDATE reply SET body = CAST('{\"rate\":9}' AS BLOB)") }
    #expect(try load("one", cache) == nil)
    #expect(try cache.summary(now: Self.now).lines.isEmpty)
  }

  @Test(arguments: ["garbage", "empty", "header", "middle"])
  func aDamagedFileIsBegunAnew(_ kind: String) throws {
    let place = try place()
    do {
      let cache = try ReplyCache(place: place)
      for index in 0..<50 {
        try cache.store(reply("r\(index)", Array(repeating: 7, count: 5_000)), now: Self.now)
      }
      try cache.use { try $0.execute("PRAGMA wal_checkpoint(TRUNCATE)") }
    }
    let url = URL(filePath: place.path)
    var data = try Data(contentsOf: url)
    switch kind {
    case "garbage": data = Data((0..<20_000).map { UInt8($0 % 251) })
    case "empty": data = Data()
    case "header": data.replaceSubrange(0..<16, with: Data("no database now!".utf8))
    default:
      for page in 1..<min(60, data.count / 4_096) {
        data.replaceSubrange(
          page * 4_096..<page * 4_096 + 200, with: Data(repeating: 0xA5, count: 200))
      }
    }
    try data.write(to: url)
    let cache = try ReplyCache(place: place)
    #expect(try load("r1", cache) == nil)
    try cache.store(reply("new", [1, 2, 3]), now: Self.now)
    #expect(try load("new", cache)?.body == [1, 2, 3])
    #expect(try cache.use { try $0.text("PRAGMA integrity_check") } == "ok")
    if kind != "empty" {
      #expect(cache.rebuilds == 1)
      #expect(FileManager.default.fileExists(atPath: place.path + ".damaged"))
    }
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let place = try place()
    try place.makeDirectory()
    do {
      let other = try SQLDatabase(path: place.path, mode: .create)
      try other.execute("CREATE TABLE photos (id); INSERT INTO photos VALUES (1)")
    }
    #expect(throws: CacheError.foreign(path: place.path)) { try ReplyCache(place: place) }
    let other = try SQLDatabase(path: place.path, mode: .readOnly)
    #expect(try other.integer("SELECT count(*) FROM photos") == 1)
  }

  @Test func aNewerCacheIsLeftAlone() throws {
    let place = try place()
    let newer = CacheSchema.version + 1
    try ReplyCache(place: place).use { try $0.setUserVersion(newer) }
    #expect(throws: CacheError.newer(path: place.path, version: newer)) {
      try ReplyCache(place: place)
    }
  }

  @Test func aPlaceThatCannotBeMadeIsAnError() throws {
    let folder = try SharedFiles.folder()
    try Data().write(to: folder.appending(path: "file"))
    let place = CachePlace(path: folder.path(percentEncoded: false) + "/file/rates.sqlite")
    do {
      _ = try ReplyCache(place: place)
      Issue.record("was made")
    } catch {
      #expect(["cache.no_place", "sql.cannot_open"].contains(error.code))
    }
  }

  @Test func hostsRestAndWakeUp() throws {
    let cache = try ReplyCache(place: try place())
    try cache.rest(host: "a.example", until: Self.now.adding(100), reason: "429")
    // A shorter wish does not wake a host that asked for more.
    try cache.rest(host: "a.example", until: Self.now.adding(50), reason: "503")
    #expect(
      try cache.restingUntil(host: "a.example", now: Self.now) == Self.now.adding(100))
    #expect(try cache.restingUntil(host: "b.example", now: Self.now) == nil)
    #expect(try cache.restingHosts(now: Self.now).map(\.host) == ["a.example"])
    #expect(try cache.restingUntil(host: "a.example", now: Self.now.adding(100)) == nil)
    #expect(try cache.restingHosts(now: Self.now.adding(100)).isEmpty)
    // A rest written by a clock in the far future is held within a day.
    try cache.rest(host: "c.example", until: Self.now.adding(1 << 40), reason: "?")
    #expect(
      try cache.restingUntil(host: "c.example", now: Self.now) == Self.now.adding(86_400))
  }

  @Test func oneClaimAtATime() throws {
    let cache = try ReplyCache(place: try place())
    let (first, second) = (FlightOwner.own(1), FlightOwner.own(2))
    func claim(_ owner: String, since: Instant = Self.now, now: Instant = Self.now) throws
      -> ReplyCache.Claim
    {
      try cache.claim("k", owner: owner, since: since, now: now, seconds: 30)
    }
    #expect(try claim(first) == .mine)
    #expect(try claim(second) == .taken)
    // Nobody waits beyond the claim's end.
    #expect(try claim(second, now: Self.now.adding(31)) == .mine)
    // A landing by one who lost the claim changes nothing.
    try cache.land("k", owner: first, failure: "x", now: Self.now)
    #expect(try claim(first) == .taken)
    try cache.land("k", owner: second, failure: "no network", now: Self.now)
    #expect(try claim(first) == .failed("no network"))
    // Who came later tries for itself.
    #expect(try claim(first, since: Self.now.adding(1)) == .mine)
    // A process that no longer lives holds nothing.
    try cache.land("k", owner: first, failure: nil, now: Self.now)
    #expect(try claim("999999999 1 1") == .mine)
    #expect(try claim(first) == .mine)
  }

  @Test func theShippedSchemaIsTheOneInUse() throws {
    let shipped = try String(
      contentsOf: SharedFiles.package.appending(path: "RateCache/schema.sql"), encoding: .utf8)
    let statements = CacheSchema.migrations.joined(separator: "\n\n")
    #expect(shipped.hasSuffix(statements + "\n"))
    #expect(shipped.contains("user_version = \(CacheSchema.version)"))
    #expect(shipped.contains("application_id = \(CacheSchema.applicationID)"))
  }

  @Test(
    arguments: [
      (["SOJOURN_CACHE": "/x"], "/x/rates.sqlite"), (["SOJOURN_CACHE": "/x.sqlite"], "/x.sqlite"),
      (["XDG_CACHE_HOME": "/c", "HOME": "/h"], "/c/sojourn/rates.sqlite"),
      (["XDG_CACHE_HOME": "c", "HOME": "/h"], "/h/.cache/sojourn/rates.sqlite"),
      (["SOJOURN_CACHE": "", "HOME": "/h"], "/h/.cache/sojourn/rates.sqlite"), ([:], nil),
    ] as [([String: String], String?)])
  func places(_ environment: [String: String], _ path: String?) {
    #expect(CachePlace(environment: { environment[$0] })?.path == path)
  }
}
