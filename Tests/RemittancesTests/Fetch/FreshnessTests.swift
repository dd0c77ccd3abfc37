import Testing

@testable import Remittances

/// Ages and lifetimes after RFC 9111 § 4.2.
struct FreshnessTests {
  static let then = Instant(seconds: 1_790_000_000)

  private func freshness(
    _ fields: [(String, String)], after seconds: Int64, delay: Int64 = 0
  ) -> Freshness {
    let head = ReplyHead(
      status: 200, headers: HTTPHeaders(fields), requestedAt: Self.then.adding(-delay),
      receivedAt: Self.then)
    return Freshness(of: head, now: Self.then.adding(seconds), freshFor: 100, staleFor: 1_000)
  }

  private func date(_ offset: Int64) -> String { HTTPDate.format(Self.then.adding(offset)) }

  @Test func theListSaysWhatTheServerDoesNot() {
    #expect(freshness([], after: 99).isFresh())
    #expect(!freshness([], after: 100).isFresh())
    #expect(freshness([], after: 1_100).isUsableStale)
    #expect(!freshness([], after: 1_101).isUsableStale)
  }

  @Test func maxAgeBeatsExpires() {
    let fields = [("Cache-Control", "max-age=50"), ("Expires", date(5_000)), ("Date", date(0))]
    #expect(freshness(fields, after: 49).isFresh())
    #expect(!freshness(fields, after: 50).isFresh())
  }

  @Test func expiresCountsFromTheServersDate() {
    // The server's clock is 30 s behind, which also counts as age.
    let fields = [("Expires", date(170)), ("Date", date(-30))]
    let fresh = freshness(fields, after: 10)
    #expect(fresh.lifetime == 200)
    #expect(fresh.age == 40)
    #expect(freshness([("Expires", "0")], after: 0).lifetime == 0)
  }

  @Test func ageAndTransitCount() {
    #expect(freshness([("Age", "60")], after: 10, delay: 5).age == 75)
    #expect(!freshness([("Age", "95")], after: 5).isFresh())
  }

  @Test func theServerMayForbidStaleAnswers() {
    for directive in ["must-revalidate", "no-cache", "max-age=1, must-revalidate"] {
      #expect(!freshness([("Cache-Control", directive)], after: 101).isUsableStale)
    }
    #expect(!freshness([("Cache-Control", "no-cache")], after: 0).isFresh())
  }

  @Test func staleIfErrorMayGrantMore() {
    let fields = [("Cache-Control", "max-age=10, stale-if-error=5000")]
    #expect(freshness(fields, after: 5_010).isUsableStale)
    #expect(!freshness(fields, after: 5_011).isUsableStale)
  }

  @Test func theUserMayAskForLess() {
    #expect(freshness([], after: 50).isFresh(maxAge: 50))
    #expect(!freshness([], after: 50).isFresh(maxAge: 49))
  }

  @Test func aClockSetBackMakesNothingNew() {
    #expect(!freshness([], after: -3_600).isFresh())
    #expect(freshness([], after: -30).isFresh())
  }
}
