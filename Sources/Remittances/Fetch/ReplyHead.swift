/// What is known of a reply besides its body: enough to decide how fresh it is.
public struct ReplyHead: Sendable, Equatable {
  public var status: Int
  public var headers: HTTPHeaders
  /// When the request left.
  public var requestedAt: Instant
  /// When the reply had arrived.
  public var receivedAt: Instant

  public init(status: Int, headers: HTTPHeaders, requestedAt: Instant, receivedAt: Instant) {
    self.status = status
    self.headers = headers
    self.requestedAt = requestedAt
    self.receivedAt = receivedAt
  }

  public var cacheControl: CacheControl { CacheControl(headers.list("cache-control") ?? "") }

  /// The validators to send back: `If-None-Match`, and `If-Modified-Since` where there is no tag.
  public var conditions: [HTTPHeaders.Field] {
    if let tag = headers.first("etag"), !tag.isEmpty {
      return [.init(name: "if-none-match", value: tag)]
    }
    if let date = headers.first("last-modified"), HTTPDate.parse(date) != nil {
      return [.init(name: "if-modified-since", value: date)]
    }
    return []
  }
}
