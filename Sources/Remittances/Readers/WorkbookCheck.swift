/// Tells a whole Excel workbook from an error page or a broken-off download by its two ends.
enum WorkbookCheck {
  /// Bytes at the end in which a zip's closing record must begin: 22 and a comment.
  static let tail = 22 + 65_535

  /// Checks a workbook held in memory.
  static func check(_ bytes: [UInt8]) throws(ReaderError) {
    try check(start: Array(bytes.prefix(4)), end: Array(bytes.suffix(tail)), size: bytes.count)
  }

  /// Checks the first four bytes and the last ones of a file of `size` bytes.
  static func check(start: [UInt8], end: [UInt8], size: Int) throws(ReaderError) {
    guard start == [0x50, 0x4B, 0x03, 0x04] else {
      if start.first == UInt8(ascii: "<") {
        throw ReaderError(.webPage, "expected a workbook, found a web page")
      }
      throw ReaderError(.notZip, at: "start", "expected a workbook, which begins with PK")
    }
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    guard size >= 26, end.count >= 22 else {
      throw ReaderError(.notZip, at: "end", "the workbook is only \(size) bytes long")
    }
    for start in stride(from: end.count - 22, through: 0, by: -1)
    where end[start..<(start + 4)].elementsEqual(mark) { return }
    throw ReaderError(.notZip, at: "end", "the workbook's closing record is missing")
  }
}
