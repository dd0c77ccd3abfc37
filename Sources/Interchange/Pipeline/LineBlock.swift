import Glibc

/// Some whole lines of a stream, in one piece.
struct LineBlock: Sendable {
  /// The lines with their line ends; the last line of a stream may lack it.
  var bytes: [UInt8]
  /// The number of its first line in the stream, from 1.
  var firstLine: Int
  /// The block stands for one line that was too long and was left out.
  var isLongLine = false

  /// Answers every line that is not blank.
  ///
  /// - Returns: how many lines failed.
  func answer(with answerer: some LineAnswerer, into json: inout JSONWriter) -> Int {
    if isLongLine {
      answerer.refuseLongLine(number: firstLine, into: &json)
      return 1
    }
    var failed = 0
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var number = firstLine
      while start < buffer.count {
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        let line = UnsafeBufferPointer(rebasing: rest.prefix(Self.endOfLine(rest)))
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          if !answerer.answer(line, number: number, into: &json) { failed += 1 }
        }
        start += line.count + 1
        number += 1
      }
    }
    return failed
  }

  /// Where the first line ends; the C library looks at many bytes at a time.
  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress, let end = memchr(start, 0x0A, bytes.count) else {
      return bytes.count
    }
    return UnsafeRawPointer(end) - UnsafeRawPointer(start)
  }
}
