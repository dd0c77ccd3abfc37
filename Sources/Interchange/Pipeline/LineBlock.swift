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
  func answer(with answerer: some LineAnswerer, into output: inout [UInt8]) -> Int {
    if isLongLine {
      answerer.refuseLongLine(number: firstLine, into: &output)
      return 1
    }
    var failed = 0
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var number = firstLine
      while start < buffer.count {
        var end = start
        while end < buffer.count, buffer[end] != 0x0A { end += 1 }
        let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          if !answerer.answer(line, number: number, into: &output) { failed += 1 }
        }
        start = end + 1
        number += 1
      }
    }
    return failed
  }
}
