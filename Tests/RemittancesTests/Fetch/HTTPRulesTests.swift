import Testing

@testable import Remittances

/// Dates, directives and waits of HTTP.
struct HTTPRulesTests {
  static let now = Instant(seconds: 1_790_000_000)

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func allThreeFormsOfADate(_ text: String) {
    #expect(HTTPDate.parse(text, now: Self.now) == Instant(seconds: 784_111_777))
  }

  @Test(arguments: [
    "", "0", "-1", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT", "06 Nov 1994 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 6 Nov +994 8:49:37 GMT",
  ])
  func whatIsNoDate(_ text: String) {
    #expect(HTTPDate.parse(text, now: Self.now) == nil)
  }

  @Test func twoDigitYearsAreOfThePastHalfCentury() {
    #expect(HTTPDate.parse("Monday, 06-Jul-26 00:00:00 GMT", now: Self.now)?.day.year == 2026)
    #expect(HTTPDate.parse("Tuesday, 06-Jul-77 00:00:00 GMT", now: Self.now)?.day.year == 1977)
  }

  @Test(arguments: [0, 784_111_777, 951_782_400, 1_790_000_000, 4_102_444_800] as [Int64])
  func datesGoThereAndBack(_ seconds: Int64) {
    let text = HTTPDate.format(Instant(seconds: seconds))
    #expect(HTTPDate.parse(text, now: Self.now) == Instant(seconds: seconds))
  }

  @Test(
    arguments: [
      ("2026-10-06T08:21:24Z", 1_791_274_884), ("2026-10-06T08:21:24.528825Z", 1_791_274_884),
      ("2026-10-06T10:21:24+02:00", 1_791_274_884), ("2026-10-06T02:51:24-0530", 1_791_274_884),
    ] as [(String, Int64)])
  func timesOfReplies(_ text: String, _ seconds: Int64) {
    #expect(Instant(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "2026-10-06", "2026-10-06T08:21Z", "2026-10-06T08:21:24", "2026-10-06 08:21:24Z",
    "2026-10-06T25:21:24Z", "2026-13-06T08:21:24Z", "2026-10-06T08:21:24.Z",
    "2026-10-06T08:21:24+2", "2026-10-06T08:21:24+25:00",
  ])
  func whatIsNoTime(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func cacheControl() {
    var expected = CacheControl()
    expected.maxAge = 25_878
    expected.staleIfError = 86_400
    #expect(CacheControl("public, max-age=25878, stale-if-error=86400") == expected)
    #expect(CacheControl("Max-Age = \"60\" , NO-STORE").maxAge == 60)
    #expect(CacheControl("Max-Age = \"60\" , NO-STORE").noStore)
    // Unreadable or contradicting values count on the side of asking again.
    #expect(CacheControl("max-age=ten").maxAge == 0)
    #expect(CacheControl("max-age=-1").maxAge == 0)
    #expect(CacheControl("max-age=600, max-age=60").maxAge == 60)
    #expect(CacheControl("max-age=99999999999999999999").maxAge == 2_147_483_648)
    #expect(!CacheControl("private=\"no-store, x\", max-age=5").noStore)
  }

  @Test(
    arguments: [
      ("120", 120), ("0", 0), ("Mon, 21 Sep 2026 14:15:20 GMT", 120),
      ("Mon, 21 Sep 2020 14:15:20 GMT", 0), ("999999999", 86_400),
      ("Mon, 21 Sep 2037 14:15:20 GMT", 86_400), ("soon", nil), ("-5", nil), ("1.5", nil),
    ] as [(String, Int64?)])
  func retryAfter(_ text: String, _ seconds: Int64?) {
    #expect(
      RetryAfter.seconds(in: HTTPHeaders([("Retry-After", text)]), now: Self.now) == seconds)
  }

  @Test func retryAfterGoesByTheServersClock() {
    let headers = HTTPHeaders([
      ("Retry-After", "Mon, 21 Sep 2026 10:02:00 GMT"), ("Date", "Mon, 21 Sep 2026 10:00:00 GMT"),
    ])
    #expect(RetryAfter.seconds(in: headers, now: Self.now) == 120)
  }

  @Test func backoffDoublesUpToItsCeiling() {
    let backoff = Backoff(base: 500, ceiling: 3_000, tries: 9)
    #expect((1...5).map { backoff.widest(after: $0) } == [500, 1_000, 2_000, 3_000, 3_000])
    #expect(backoff.widest(after: .max) == 3_000)
    var random = SystemRandomNumberGenerator()
    let waits = (0..<1_000).map { _ in backoff.wait(after: 2, using: &random) }
    #expect(waits.allSatisfy { (0...1_000).contains($0) })
    // Full jitter: the waits are spread over the whole range.
    #expect((waits.min() ?? 0) < 200)
    #expect((waits.max() ?? 0) > 800)
  }

  @Test(
    arguments: [
      ("bytes 100-199/500", 100, 199, 500), ("bytes 0-0/*", 0, 0, nil),
    ] as [(String, Int64, Int64, Int64?)])
  func contentRange(_ text: String, _ first: Int64, _ last: Int64, _ total: Int64?) {
    let range = ContentRange(text)
    #expect(range?.first == first)
    #expect(range?.last == last)
    #expect(range?.total == total)
  }

  @Test(
    arguments: [
      nil, "", "bytes */500", "bytes 5-4/10", "bytes 0-10/10", "items 0-1/2", "bytes -1-2/3",
    ] as [String?])
  func whatIsNoContentRange(_ text: String?) {
    #expect(ContentRange(text) == nil)
  }

  @Test func headersKeepOrderAndGoThereAndBack() {
    var headers = HTTPHeaders()
    for line in ["ETag: \"a\"\r\n", "Cache-Control: no-cache", "cache-control: max-age=1", "x"] {
      headers.add(line: line)
    }
    #expect(headers.first("etag") == "\"a\"")
    #expect(headers.list("CACHE-CONTROL") == "no-cache, max-age=1")
    #expect(HTTPHeaders(text: headers.text) == headers)
    headers.update(from: HTTPHeaders([("ETag", "\"b\""), ("Content-Length", "9")]))
    #expect(headers.first("etag") == "\"b\"")
    #expect(headers.first("content-length") == nil)
  }
}
