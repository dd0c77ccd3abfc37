/// What came back over the wire.
public struct TransferResult: Sendable, Equatable {
  public var head: ReplyHead
  /// Decoded; empty for a download to a file.
  public var body: [UInt8]
  /// Nil when the whole reply arrived.
  public var failure: TransferFailure?
  /// The transport's own words on the failure.
  public var detail: String
  /// Where the reply came from after redirects.
  public var finalURL: String
}
