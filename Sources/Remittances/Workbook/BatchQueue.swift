import Glibc

/// A short queue between two threads: one puts batches in, the other takes them out.
///
/// `@unchecked Sendable`: everything is read and written under the lock only.
final class BatchQueue: @unchecked Sendable {
  /// Batches that may wait; with 512 rows each they are some megabytes.
  private static let capacity = 6

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [RowBatch] = []
  private var isStopped = false
  private var end: Result<Void, any Error>?

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  /// Puts a batch in, waiting for room; false where nobody will take it any more.
  func push(_ batch: RowBatch) -> Bool {
    locked {
      while waiting.count >= Self.capacity, !isStopped { pthread_cond_wait(change, lock) }
      guard !isStopped else { return false }
      waiting.append(batch)
      return true
    }
  }

  /// Takes the next batch, waiting for one; nil at the end.
  ///
  /// - Throws: what `close` was given.
  func pop() throws -> RowBatch? {
    try locked {
      while waiting.isEmpty, end == nil { pthread_cond_wait(change, lock) }
      if !waiting.isEmpty { return waiting.removeFirst() }
      try end?.get()
      return nil
    }
  }

  /// Says that no batch will follow, and why.
  func close(_ result: Result<Void, any Error>) { locked { end = result } }

  /// Says that no batch will be taken any more.
  func stop() { locked { isStopped = true } }

  private func locked<Value>(_ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(lock)
    }
    return try body()
  }
}
