/// A string of the input: a range of its bytes, or its own bytes where escapes had to be undone.
struct JSONText {
  let range: Range<Int>
  let decoded: [UInt8]?

  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    if let decoded { return String(decoding: decoded, as: UTF8.self) }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether it reads exactly so.
  @inline(__always)
  func matches(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if decoded != nil { return text(in: bytes) == "\(word)" }
    let count = word.utf8CodeUnitCount
    guard range.count == count else { return false }
    for index in 0..<count where bytes[range.lowerBound + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Calls `body` with the bytes of the string.
  @inline(__always)
  func withBytes<Result>(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let decoded { return decoded.withUnsafeBufferPointer(body) }
    return body(UnsafeBufferPointer(rebasing: bytes[range]))
  }
}
