/// One GET as the transport sends it.
public struct TransferRequest: Sendable, Equatable {
  public var url: String
  /// Fields added to those every request carries.
  public var fields: [HTTPHeaders.Field]
  /// Bytes of decoded body accepted at most.
  public var bodyLimit: Int64
  /// Milliseconds for the whole transfer.
  public var timeout: Int64
  /// Whether the host may compress the body; off for a download that must be resumable.
  public var acceptsCompression: Bool
  /// The file to write the body to; nil keeps it in memory.
  public var file: FileSink?

  /// Where a download goes on disk.
  public struct FileSink: Sendable, Equatable {
    public var path: String
    /// Bytes already there. They are kept only when the host answers with exactly the rest.
    public var offset: Int64

    public init(path: String, offset: Int64) {
      self.path = path
      self.offset = offset
    }
  }

  public init(
    url: String, fields: [HTTPHeaders.Field] = [], bodyLimit: Int64, timeout: Int64,
    acceptsCompression: Bool = true, file: FileSink? = nil
  ) {
    self.url = url
    self.fields = fields
    self.bodyLimit = bodyLimit
    self.timeout = timeout
    self.acceptsCompression = acceptsCompression
    self.file = file
  }
}
