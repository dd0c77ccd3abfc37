import Glibc

/// The calls to the operating system, all of them, as values instead of `errno`.
enum System {
  /// How one read or write went.
  enum Transfer: Equatable {
    /// So many bytes went through; reading none means the end.
    case done(Int)
    /// Interrupted, or not ready on a non-blocking descriptor (then it is ready now).
    case again
    /// Nobody reads the other end.
    case closedPipe
    /// The system's own words.
    case failed(String)
  }

  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Transfer {
    outcome(of: Glibc.write(descriptor, bytes.baseAddress, bytes.count), descriptor, POLLOUT)
  }

  static func read(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) -> Transfer {
    outcome(of: Glibc.read(descriptor, bytes.baseAddress, bytes.count), descriptor, POLLIN)
  }

  private static func outcome(of count: Int, _ descriptor: Int32, _ event: Int32) -> Transfer {
    guard count < 0 else { return .done(count) }
    let code = errno
    switch code {
    case EINTR: return .again
    case EAGAIN:
      var query = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      return poll(&query, 1, -1) >= 0 || errno == EINTR ? .again : .failed(text(of: errno))
    case EPIPE: return .closedPipe
    default: return .failed(text(of: code))
    }
  }

  /// Opens a file for reading.
  static func open(_ path: String) -> (descriptor: Int32, failure: String?) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    return (descriptor, descriptor < 0 ? text(of: errno) : nil)
  }

  static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal behind the descriptor, nil where there is none.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Makes writing to a closed pipe an error to be read instead of the end of the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// A clock that never goes back, in nanoseconds.
  static func nanoseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }

  private static func text(of code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    // The POSIX form: the text is in the buffer if the call returns 0.
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
