/// One question to one source.
public struct FetchJob: Sendable {
  public var source: PriceSource
  /// The source's address with its places filled.
  public var url: String
  /// What the reply must answer.
  public var question: ReplyQuestion
  public var policy: FetchPolicy

  public init(
    source: PriceSource, url: String, question: ReplyQuestion, mode: FetchPolicy.Mode,
    maxAge: Int64? = nil
  ) {
    self.source = source
    self.url = url
    self.question = question
    policy = FetchPolicy(
      mode: mode, freshFor: source.freshFor, staleFor: source.staleFor, maxAge: maxAge,
      mayStore: source.mayStore, backoff: Backoff(tries: source.limits.tries),
      deadline: source.limits.giveUpAfter, restAfterRefusal: source.limits.restAfterRefusal)
  }

  var host: String { URLTemplate.host(of: url) ?? "" }
}
