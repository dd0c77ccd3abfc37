/// What a reply's `Cache-Control` asks of a private cache (RFC 9111 § 5.2.2, RFC 5861 § 4).
public struct CacheControl: Sendable, Equatable {
  public var noStore = false
  public var noCache = false
  public var mustRevalidate = false
  /// Seconds. An unreadable value counts as 0: § 4.2.1 wants such a reply treated as stale.
  public var maxAge: Int64?
  /// Seconds for which a stale reply may stand in for an error.
  public var staleIfError: Int64?

  public init() {}

  /// Reads the field's text; unknown directives are passed over, as § 5.2.3 asks.
  public init(_ text: String) {
    for directive in CacheControl.split(text) {
      let parts = directive.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].trimmed.lowercased()
      let value = parts.count == 2 ? parts[1].trimmed.filter { $0 != "\"" } : nil
      switch name {
      case "no-store": noStore = true
      case "no-cache": noCache = true
      case "must-revalidate": mustRevalidate = true
      case "max-age": maxAge = min(maxAge ?? .max, CacheControl.seconds(value) ?? 0)
      case "stale-if-error": staleIfError = CacheControl.seconds(value) ?? 0
      default: break
      }
    }
  }

  /// Splits at the commas outside quotes.
  private static func split(_ text: String) -> [Substring] {
    var quoted = false
    return text.split { character in
      if character == "\"" { quoted.toggle() }
      return character == "," && !quoted
    }
  }

  /// Whole seconds, held at 2^31 as § 1.2.2 asks; nil when unreadable.
  static func seconds(_ text: String?) -> Int64? {
    guard let text, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return min(Int64(text) ?? .max, 2_147_483_648)
  }
}
