import Glibc

/// The bytes of a rule file, kept so that faults can show their line and texts their places.
public final class SourceText: Sendable {
  /// The path as messages show it.
  public let file: String
  public let bytes: [UInt8]
  /// The offset of the first byte of each line.
  let lineStarts: [Int]

  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    // Lines of rule files are some fifty characters long.
    starts.reserveCapacity(bytes.count / 48 + 1)
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var offset = 0
      while let end = memchr(start + offset, Int32(UInt8(ascii: "\n")), buffer.count - offset) {
        offset = UnsafeRawPointer(end) - start + 1
        starts.append(offset)
      }
    }
    lineStarts = starts
  }

  /// The bytes of a line (counted from 1) without its end.
  func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    guard line >= 1, line <= lineStarts.count else { return [] }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  /// The text of a line (counted from 1); nil beyond the end.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    return String(decoding: bytes(ofLine: number), as: UTF8.self)
  }

  /// The offset of a place, with columns in characters as libyaml counts them (code points).
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    var offset = lineStarts[line - 1]
    var left = column - 1
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
