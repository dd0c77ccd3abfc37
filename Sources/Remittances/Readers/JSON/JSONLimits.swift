/// How large a JSON text may be before it is refused.
public struct JSONLimits: Sendable, Equatable {
  /// Lists and objects within one another.
  public var depth: Int
  /// Bytes of text.
  public var bytes: Int
  /// Values of every kind.
  public var values: Int

  /// What a price source's reply may be: real ones stay under 2 MB and 8 levels.
  public static let reply = JSONLimits(depth: 64, bytes: 16 << 20, values: 1_000_000)

  public init(depth: Int, bytes: Int, values: Int) {
    self.depth = depth
    self.bytes = bytes
    self.values = values
  }
}
