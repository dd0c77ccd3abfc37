/// The `Content-Range` of a partial reply (RFC 9110 § 14.4): `bytes 100-199/500`.
public struct ContentRange: Sendable, Equatable {
  public let first: Int64
  public let last: Int64
  /// Nil where the host writes `*`.
  public let total: Int64?

  /// Reads the field's text; nil when it is absent or makes no sense.
  public init?(_ text: String?) {
    guard let text, text.hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int64(ends[0].trimmed), let last = Int64(ends[1].trimmed),
      first >= 0, last >= first
    else { return nil }
    if parts[1].trimmed == "*" {
      total = nil
    } else {
      guard let total = Int64(parts[1].trimmed), total > last else { return nil }
      self.total = total
    }
    (self.first, self.last) = (first, last)
  }
}
