import Glibc

/// Parses a sheet on a thread of its own while the caller's thread checks and writes its rows: the
/// two take about as long, and a machine has more than one core.
enum SheetPipeline {
  /// Runs a sheet's rows through `sink` on the caller's thread.
  ///
  /// - Parameters:
  ///   - pool: the texts so far; the thread adds to it and nobody else may use it meanwhile.
  ///   - copy: the caller's own pool, which gets the same texts under the same numbers.
  /// - Throws: what the parsing or the sink throws; the thread has ended then.
  static func run(
    _ entry: ZipEntry, pool: TextPool, shared: [Int32], place: String, copy: TextPool,
    into sink: any RowSink
  ) throws {
    let queue = BatchQueue()
    let sent = copy.count
    let work = Work {
      let batches = BatchSink(pool: pool, queue: queue, sent: sent)
      let reader = SheetReader(pool: pool, shared: shared, sink: batches, place: place)
      queue.close(
        Result {
          do {
            try XMLStream.parse(entry, with: reader)
          } catch {
            throw reader.thrown ?? error
          }
          try batches.flush()
        })
    }
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    guard code == 0 else {
      Unmanaged.passUnretained(work).release()
      throw WorkbookError(.cannotOpen, at: place, "no thread: \(String(cString: strerror(code)))")
    }
    defer { pthread_join(thread, nil) }
    do {
      while let batch = try queue.pop() { try take(batch, copy, sink) }
    } catch {
      queue.stop()
      throw error
    }
  }

  private static func take(_ batch: RowBatch, _ pool: TextPool, _ sink: any RowSink) throws {
    pool.append(batch)
    var start = 0
    try batch.cells.withUnsafeBufferPointer { cells in
      for (line, end) in zip(batch.lines, batch.cellEnds) {
        try sink.row(line, UnsafeBufferPointer(rebasing: cells[start..<end]))
        start = end
      }
    }
  }

  /// What the thread does, in a box that a C callback can carry.
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
