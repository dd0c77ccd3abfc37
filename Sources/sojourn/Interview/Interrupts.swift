import CommandLineKit
import Glibc

/// Signals that ask to stop, turned into something that can be waited for beside input.
///
/// The handler only writes the signal's number into a pipe.
final class Interrupts {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Where the handler writes; set before it is installed.
  nonisolated(unsafe) private static var writing: Int32 = -1

  private let reading: Int32
  private var former: [(signal: Int32, action: sigaction)] = []

  /// - Throws: `Failure` where the system has no more pipes.
  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure("sojourn: \(String(cString: strerror(errno)))", .inputOutput)
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    Self.writing = ends[1]
    for signal in Self.signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interrupts.writing, &byte, 1)
        errno = saved
      }
      var old = sigaction()
      sigaction(signal, nil, &old)
      // What is ignored, as under nohup, stays ignored.
      if signal == SIGHUP, Self.isIgnored(old) { continue }
      sigaction(signal, &action, nil)
      former.append((signal, old))
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// What a descriptor has to say first.
  enum Event {
    case readable
    case interrupted(Int32)
    case failed
  }

  /// Waits until a descriptor can be read or a signal came.
  func wait(for descriptor: Int32) -> Event {
    while true {
      var waiting = [
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        return .failed
      }
      if waiting[0].revents != 0, let signal = taken() { return .interrupted(signal) }
      if waiting[1].revents != 0 { return .readable }
    }
  }

  private func taken() -> Int32? {
    var byte: UInt8 = 0
    return read(reading, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Gives the signals back to whoever had them.
  func restore() {
    for (signal, action) in former {
      var old = action
      sigaction(signal, &old, nil)
    }
    former = []
  }
}
