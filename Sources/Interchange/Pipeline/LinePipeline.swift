import Glibc

/// Answers a stream of lines with several workers, the answers in the order of the lines.
///
/// At most a few blocks are under way at a time: where nobody takes the answers, nothing more is
/// read, so that memory stays flat however long the stream is.
public final class LinePipeline: @unchecked Sendable {
  /// How a stream ended.
  public struct Outcome: Sendable, Hashable {
    /// Lines answered with an error.
    public var failedLines = 0
  }

  private let limit: Int
  private let jobs: Int
  private let makeAnswerer: @Sendable () -> any LineAnswerer
  private let write: @Sendable (UnsafeRawBufferPointer) throws -> Void

  // All that follows is touched only while `mutex` is held.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var queue: [(Int, LineBlock)] = []
  private var done: [Int: Answers] = [:]
  private var spare: [Answers] = []
  private var nextToWrite = 0
  private var underway = 0
  private var isWriting = false
  private var isClosed = false
  private var failure: (any Error)?
  private var outcome = Outcome()

  /// - Parameters:
  ///   - limit: bytes of the longest line.
  ///   - jobs: workers.
  ///   - write: takes answers, called by one thread at a time, in order.
  ///   - makeAnswerer: makes what each worker answers with.
  public init(
    limit: Int, jobs: Int, write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void,
    makeAnswerer: @escaping @Sendable () -> any LineAnswerer
  ) {
    self.limit = limit
    self.jobs = max(1, jobs)
    self.write = write
    self.makeAnswerer = makeAnswerer
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  /// Reads lines until the end and returns when every answer is written.
  ///
  /// - Parameter read: fills the buffer and returns how much; 0 at the end.
  /// - Throws: the first thing `read` or `write` threw; nothing is written after that.
  public func run(_ read: (UnsafeMutableRawBufferPointer) throws -> Int) throws
    -> Outcome
  {
    var threads: [pthread_t] = []
    for _ in 0..<jobs {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { context in
          if let context {
            Unmanaged<LinePipeline>.fromOpaque(context).takeRetainedValue().work()
          }
          return nil
        }, context)
      if code == 0 {
        threads.append(thread)
      } else {
        Unmanaged<LinePipeline>.fromOpaque(context).release()
      }
    }
    var trouble: (any Error)?
    if threads.isEmpty { trouble = PipelineError.noThread }
    var blocks = LineBlocks(limit: limit)
    var sequence = 0
    do {
      while trouble == nil, let block = try blocks.next(read) {
        guard submit(block, sequence) else { break }
        sequence += 1
      }
    } catch {
      trouble = error
    }
    locked {
      isClosed = true
      pthread_cond_broadcast(changed)
    }
    for thread in threads { pthread_join(thread, nil) }
    if let error = failure ?? trouble { throw error }
    return outcome
  }

  /// Waits until there is room, then hands a block to the workers.
  ///
  /// - Returns: false where writing has failed and nothing more is wanted.
  private func submit(_ block: LineBlock, _ sequence: Int) -> Bool {
    locked {
      while underway >= 2 * jobs + 1, failure == nil { pthread_cond_wait(changed, mutex) }
      guard failure == nil else { return false }
      underway += 1
      queue.append((sequence, block))
      pthread_cond_broadcast(changed)
      return true
    }
  }

  private func work() {
    let answerer = makeAnswerer()
    while let (sequence, block) = take() {
      let output = locked { spare.popLast() } ?? Answers()
      let failed = block.answer(with: answerer, into: &output.json)
      finish(sequence, output, failed)
    }
  }

  private func take() -> (Int, LineBlock)? {
    locked {
      while queue.isEmpty, !isClosed, failure == nil { pthread_cond_wait(changed, mutex) }
      return queue.isEmpty || failure != nil ? nil : queue.removeFirst()
    }
  }

  /// Puts an answer where it belongs, and writes as long as the next one is there.
  private func finish(_ sequence: Int, _ output: Answers, _ failed: Int) {
    locked {
      done[sequence] = output
      outcome.failedLines += failed
      guard !isWriting else { return }
      isWriting = true
      while failure == nil, let next = done.removeValue(forKey: nextToWrite) {
        pthread_mutex_unlock(mutex)
        var caught: (any Error)?
        do {
          try next.json.withUnsafeBytes { if !$0.isEmpty { try write($0) } }
        } catch {
          caught = error
        }
        pthread_mutex_lock(mutex)
        failure = failure ?? caught
        nextToWrite += 1
        underway -= 1
        // Large answers are rare; their memory is given back.
        if next.json.capacity < 1 << 22, spare.count < 2 * jobs {
          next.json.removeAll()
          spare.append(next)
        }
        pthread_cond_broadcast(changed)
      }
      isWriting = false
      if failure != nil { pthread_cond_broadcast(changed) }
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

/// The answers to a block, handed from the worker that writes them to the one that sends them.
private final class Answers {
  var json = JSONWriter()
}

/// What keeps a pipeline from running at all.
public enum PipelineError: Error, Sendable, Hashable, CustomStringConvertible {
  case noThread

  public var description: String { "the system gives no thread to work with" }
}
