import CEdit
import CommandLineKit
import Glibc

/// Lines from a terminal, edited with the arrow keys by libedit.
final class EditedLines: LineSource {
  private let editor: OpaquePointer
  private let interrupts: Interrupts

  /// What the callbacks of libedit, which are C functions, know of the line being read.
  private final class Reading: @unchecked Sendable {
    var interrupts: Interrupts?
    var signal: Int32?
    let prompt = strdup("> ")
  }
  private static let reading = Reading()

  /// Nil where the terminal cannot be used so.
  init?(_ interrupts: Interrupts) {
    let opened = sojourn_edit_open(
      { _ in UnsafePointer(EditedLines.reading.prompt) },
      { _, character in EditedLines.read(into: character) })
    guard let opened else { return nil }
    editor = opened
    self.interrupts = interrupts
  }

  deinit { sojourn_edit_close(editor) }

  var needsEcho: Bool { false }
  var isPerson: Bool { true }

  func next() -> LineEvent {
    Self.reading.interrupts = interrupts
    Self.reading.signal = nil
    var count: Int32 = 0
    guard let line = sojourn_edit_line(editor, &count), count > 0 else {
      // The editor leaves the cursor behind what was typed.
      StandardError.write("\n")
      return Self.reading.signal.map { .interrupted($0) } ?? .end
    }
    var text = ""
    for index in 0..<Int(count) {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: line[index])), scalar != "\n" else {
        continue
      }
      text.unicodeScalars.append(scalar)
    }
    return .line(text)
  }

  /// Reads one character of UTF-8; 1 where there is one, 0 at the end, -1 when interrupted.
  private static func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    guard let character else { return -1 }
    var bytes: [UInt8] = []
    while true {
      guard let byte = nextByte() else { return reading.signal == nil ? 0 : -1 }
      bytes.append(byte)
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        character.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      }
      // What is no character after four bytes never becomes one.
      if bytes.count >= 4 || byte < 0x80 {
        character.pointee = wchar_t(bitPattern: 0xFFFD)
        return 1
      }
    }
  }

  private static func nextByte() -> UInt8? {
    while let interrupts = reading.interrupts {
      switch interrupts.wait(for: 0) {
      case .interrupted(let signal):
        reading.signal = signal
        return nil
      case .failed: return nil
      case .readable:
        var byte: UInt8 = 0
        let count = Glibc.read(0, &byte, 1)
        if count == 1 { return byte }
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        return nil
      }
    }
    return nil
  }
}
