/// A source's answer with where it came from.
public struct FetchAnswer: Sendable {
  public let source: PriceSource
  public let url: String
  public let reading: SourceReading
  public let head: ReplyHead
  /// Live, fresh or stale.
  public let tier: Tier
  /// Seconds since the server made the reply.
  public let age: Int64
  /// Why a stored reply had to stand in; nil where none had to.
  public let because: FetchError?
}
