import Synchronization

/// Standard output, or another descriptor, behind a buffer; usable from any thread.
///
/// Interrupted and partial writes are carried on. After the first failure every call throws it
/// again and nothing more is written. A closed pipe is ``StreamError/closedPipe``, never a signal.
/// What is buffered must be written with ``flush()`` before the program ends.
public final class StandardOutput: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var failure: StreamError?
  }

  /// Where it goes.
  public let descriptor: Int32
  private let capacity: Int
  /// In front of a person every complete line is shown at once.
  private let isLineBuffered: Bool
  private let state: Mutex<State>

  /// - Parameter capacity: the bytes gathered before they are written; 0 writes at once.
  public init(descriptor: Int32 = 1, capacity: Int = 65_536) {
    System.ignoreBrokenPipes()
    self.descriptor = descriptor
    self.capacity = capacity
    isLineBuffered = System.isTerminal(descriptor)
    state = Mutex(State())
  }

  /// Writes a text as UTF-8.
  ///
  /// - Throws: what went wrong now or earlier, if writing was due.
  public func write(_ text: String) throws(StreamError) {
    var text = text
    // `withUTF8` rethrows untyped errors, so the outcome is carried out as a value.
    let outcome = text.withUTF8 { failure(ofWriting: UnsafeRawBufferPointer($0)) }
    if let outcome { throw outcome }
  }

  /// Writes bytes as they are.
  ///
  /// - Throws: what went wrong now or earlier, if writing was due.
  public func write(bytes: UnsafeRawBufferPointer) throws(StreamError) {
    if let failure = failure(ofWriting: bytes) { throw failure }
  }

  /// Writes what is buffered.
  ///
  /// - Throws: what went wrong now or earlier.
  public func flush() throws(StreamError) {
    let failure = state.withLock { state in
      drain(&state)
      return state.failure
    }
    if let failure { throw failure }
  }

  private func failure(ofWriting bytes: UnsafeRawBufferPointer) -> StreamError? {
    let isDue = isLineBuffered && bytes.contains(0x0A)
    return state.withLock { state in
      guard state.failure == nil else { return state.failure }
      if state.buffer.count + bytes.count >= capacity { drain(&state) }
      if bytes.count >= capacity {
        if state.failure == nil { state.failure = Self.writeAll(bytes, to: descriptor) }
      } else {
        if state.buffer.capacity < capacity { state.buffer.reserveCapacity(capacity) }
        state.buffer.append(contentsOf: bytes)
        if isDue { drain(&state) }
      }
      return state.failure
    }
  }

  private func drain(_ state: inout State) {
    guard state.failure == nil, !state.buffer.isEmpty else { return }
    state.failure = state.buffer.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    state.buffer.removeAll(keepingCapacity: true)
  }

  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> StreamError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch System.write(descriptor, UnsafeRawBufferPointer(rebasing: rest)) {
      case .done(let count): rest = rest.dropFirst(count)
      case .again: continue
      case .closedPipe: return .closedPipe
      case .failed(let reason): return .writeFailed(reason)
      }
    }
    return nil
  }
}

/// Standard error, unbuffered, for messages to a person.
public enum StandardError {
  /// Writes a text at once; where standard error itself is broken there is nobody left to tell.
  public static func write(_ text: String) {
    System.ignoreBrokenPipes()
    var text = text
    text.withUTF8 { _ = StandardOutput.writeAll(UnsafeRawBufferPointer($0), to: 2) }
  }
}
