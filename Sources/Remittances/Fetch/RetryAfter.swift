/// How long a server asks to be left alone (RFC 9110 § 10.2.3).
public enum RetryAfter {
  /// The longest rest that is believed, in seconds: a day.
  public static let longest: Int64 = 86_400

  /// Seconds from `now`, from either form of the field; nil when it is absent or unreadable.
  /// Never negative, never more than `longest`.
  public static func seconds(in headers: HTTPHeaders, now: Instant) -> Int64? {
    guard let text = headers.first("retry-after")?.trimmed else { return nil }
    if let count = CacheControl.seconds(String(text)) { return min(count, longest) }
    guard let date = HTTPDate.parse(String(text), now: now) else { return nil }
    // The server's own clock counts where it is given: ours may be wrong.
    let serverNow = headers.first("date").flatMap { HTTPDate.parse($0, now: now) } ?? now
    return min(max(0, date.since(serverNow)), longest)
  }
}
