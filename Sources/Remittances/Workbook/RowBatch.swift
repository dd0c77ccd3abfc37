/// Some hundred rows on their way from the thread that parses to the one that checks and writes.
struct RowBatch: Sendable {
  /// The rows at which a batch is handed on.
  static let size = 512

  /// Texts that no batch before had, one after another, and where each ends.
  var texts: [UInt8] = []
  var textEnds: [Int] = []
  var lines: [Int] = []
  var cells: [RawCell] = []
  /// Where the cells of each row end.
  var cellEnds: [Int] = []
}

/// Collects rows into batches on the thread that parses.
final class BatchSink: RowSink {
  private struct Stopped: Error {}

  private let pool: TextPool
  private let queue: BatchQueue
  private var batch = RowBatch()
  /// Texts of the pool that were handed on.
  private var sent: Int

  /// - Parameter sent: texts of the pool that the other side already has.
  init(pool: TextPool, queue: BatchQueue, sent: Int) {
    self.pool = pool
    self.queue = queue
    self.sent = sent
  }

  func row(_ line: Int, _ cells: UnsafeBufferPointer<RawCell>) throws {
    batch.lines.append(line)
    batch.cells.append(contentsOf: cells)
    batch.cellEnds.append(batch.cells.count)
    if batch.lines.count == RowBatch.size { try flush() }
  }

  /// Hands on what there is.
  func flush() throws {
    pool.copyTexts(from: sent, into: &batch)
    sent = pool.count
    guard queue.push(batch) else { throw Stopped() }
    batch = RowBatch()
  }
}
