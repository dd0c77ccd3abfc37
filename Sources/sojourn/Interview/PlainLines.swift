import Glibc

/// Lines as they come from a pipe, a file, or a terminal that edits them itself.
final class PlainLines: LineSource {
  private let descriptor: Int32
  private let isFile: Bool
  private let interrupts: Interrupts
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  /// A longer line is cut: no answer is that long.
  private static let longest = 1 << 16

  /// - Parameter isFile: whether it is a file of answers, with lines for people in it.
  init(_ descriptor: Int32, isFile: Bool, _ interrupts: Interrupts) {
    self.descriptor = descriptor
    self.isFile = isFile
    self.interrupts = interrupts
  }

  deinit { if isFile { close(descriptor) } }

  var needsEcho: Bool { !isPerson }
  var isPerson: Bool { isatty(descriptor) == 1 }

  func next() -> LineEvent {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = text(buffer[..<end])
        buffer.removeFirst(end + 1)
        if let line { return .line(line) }
        continue
      }
      if isAtEnd {
        let rest = buffer.isEmpty ? nil : text(buffer[...])
        buffer = []
        if let rest { return .line(rest) }
        isAtEnd = isPerson ? false : true
        return .end
      }
      switch interrupts.wait(for: descriptor) {
      case .interrupted(let signal):
        buffer = []
        return .interrupted(signal)
      case .failed: isAtEnd = true
      case .readable: fill()
      }
    }
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      isAtEnd = true
      return
    }
    buffer += chunk[..<count]
    // Without this a stream that never ends its line would fill the memory.
    if buffer.count > Self.longest, !buffer.contains(UInt8(ascii: "\n")) {
      buffer.removeSubrange(Self.longest...)
    }
  }

  /// A line as text; nil for a remark in a file of answers.
  private func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if isFile, bytes.first == UInt8(ascii: "#") { return nil }
    return String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
  }
}
