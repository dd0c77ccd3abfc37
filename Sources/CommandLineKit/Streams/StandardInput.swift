/// Standard input or a file, read chunk by chunk up to a limit.
public struct StandardInput: ~Copyable {
  /// How messages call it.
  public let source: String
  /// The most bytes that are read, nil for any number.
  public let limit: Int?
  /// The bytes read so far.
  public private(set) var count = 0
  private let descriptor: Int32
  private let isOwned: Bool

  /// Reads standard input, or another open descriptor, which stays open.
  public init(descriptor: Int32 = 0, limit: Int? = nil, source: String = "standard input") {
    self.source = source
    self.limit = limit
    self.descriptor = descriptor
    isOwned = false
  }

  /// Opens a file, or reads standard input for the path `-`.
  ///
  /// - Throws: ``StreamError/readFailed(source:_:)`` where it cannot be opened.
  public init(path: String, limit: Int? = nil) throws(StreamError) {
    isOwned = path != "-"
    source = isOwned ? TextLayout.visible(path) : "standard input"
    self.limit = limit
    descriptor = isOwned ? try Self.open(path) : 0
  }

  private static func open(_ path: String) throws(StreamError) -> Int32 {
    let source = TextLayout.visible(path)
    // A zero byte would end the path early for the system and open another file.
    guard !path.utf8.contains(0) else {
      throw .readFailed(source: source, "a path cannot contain a zero byte")
    }
    let (descriptor, failure) = System.open(path)
    if let failure { throw .readFailed(source: source, failure) }
    return descriptor
  }

  deinit { if isOwned { System.close(descriptor) } }

  /// Reads what is there, waiting for at least one byte, into the front of `buffer`.
  ///
  /// - Returns: the bytes read, 0 at the end of the input.
  /// - Throws: ``StreamError/tooLarge(source:limit:)`` when there is more than the limit, otherwise
  ///   ``StreamError/readFailed(source:_:)``.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    while true {
      switch System.read(descriptor, into: buffer) {
      case .done(let read):
        count += read
        if let limit, count > limit { throw .tooLarge(source: source, limit: limit) }
        return read
      case .again: continue
      case .closedPipe: throw .readFailed(source: source, "the pipe is closed")
      case .failed(let reason): throw .readFailed(source: source, reason)
      }
    }
  }

  /// The next chunk of at most `size` bytes (at least 1), nil at the end.
  ///
  /// - Throws: as ``read(into:)``.
  public mutating func next(size: Int = 65_536) throws(StreamError) -> [UInt8]? {
    var failure: StreamError?
    let chunk = [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, filled in
      do throws(StreamError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return chunk.isEmpty ? nil : chunk
  }

  /// All that is left.
  ///
  /// - Throws: as ``read(into:)``.
  public mutating func readAll() throws(StreamError) -> [UInt8] {
    var all: [UInt8] = []
    while let chunk = try next() { all += chunk }
    return all
  }
}
