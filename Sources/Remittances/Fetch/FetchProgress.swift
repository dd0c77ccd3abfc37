/// How far a download is.
public struct FetchProgress: Sendable, Equatable {
  /// Bytes on disk so far, those of an earlier, broken-off download included.
  public var received: Int64
  /// Bytes in all, where the host says so.
  public var total: Int64?

  public init(received: Int64, total: Int64?) {
    self.received = received
    self.total = total
  }
}
