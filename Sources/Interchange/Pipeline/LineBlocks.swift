/// Cuts a stream of bytes into blocks of whole lines.
///
/// A block is handed on as soon as one read has completed a line, so that a person or program
/// that waits for each answer gets it at once; in bulk a read brings many lines. A line longer
/// than the limit is skipped to its end without being kept.
struct LineBlocks {
  /// Bytes asked for at a time.
  static let readSize = 1 << 16

  let limit: Int
  private var scratch = [UInt8](repeating: 0, count: LineBlocks.readSize)
  private var pending: [UInt8] = []
  private var ready: [LineBlock] = []
  private var line = 1
  private var isSkipping = false
  private var isAtEnd = false

  init(limit: Int) { self.limit = limit }

  /// The next block; nil at the end of the stream.
  ///
  /// - Parameter read: fills the buffer and returns how much; 0 at the end.
  /// - Throws: what `read` throws.
  mutating func next(_ read: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> LineBlock? {
    while ready.isEmpty {
      if isAtEnd { return nil }
      try fill(read)
    }
    return ready.removeFirst()
  }

  private mutating func fill(
    _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    let count = try scratch.withUnsafeMutableBytes { try read($0) }
    pending.append(contentsOf: scratch[..<count])
    isAtEnd = count == 0
    if isSkipping { skip() }
    cut()
  }

  /// Leaves out the rest of a line that was too long.
  private mutating func skip() {
    guard let end = pending.firstIndex(of: 0x0A) else {
      pending.removeAll(keepingCapacity: true)
      return
    }
    pending.removeFirst(end + 1)
    isSkipping = false
  }

  private mutating func cut() {
    let end = pending.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let whole = isAtEnd ? pending.count : end
    if whole > 0 {
      let lines = Array(pending[..<whole])
      pending.removeFirst(whole)
      append(lines)
    }
    if pending.count > limit {
      ready.append(LineBlock(bytes: [], firstLine: line, isLongLine: true))
      line += 1
      pending.removeAll(keepingCapacity: false)
      isSkipping = true
    }
  }

  /// Adds lines as a block, apart from such as are too long.
  private mutating func append(_ lines: [UInt8]) {
    guard lines.count > limit else {
      ready.append(LineBlock(bytes: lines, firstLine: line))
      line += lines.count { $0 == 0x0A }
      return
    }
    var kept: [UInt8] = []
    var first = line
    for text in lines.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast(
      lines.last == 0x0A ? 1 : 0)
    {
      if text.count > limit {
        if !kept.isEmpty { ready.append(LineBlock(bytes: kept, firstLine: first)) }
        ready.append(LineBlock(bytes: [], firstLine: line, isLongLine: true))
        kept = []
        first = line + 1
      } else {
        kept += text
        kept.append(0x0A)
      }
      line += 1
    }
    if !kept.isEmpty { ready.append(LineBlock(bytes: kept, firstLine: first)) }
  }
}
