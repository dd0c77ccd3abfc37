/// A string of the input: a range of its bytes, or its own bytes where escapes had to be undone.
struct JSONText {
  let range: Range<Int>
  let decoded: [UInt8]?

  /// The place of its opening quote.
  var offset: Int { range.lowerBound - 1 }

  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    withBytes(in: bytes) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether it reads exactly so.
  @inline(__always)
  func matches(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    if let decoded {
      guard decoded.count == count else { return false }
      for index in 0..<count where decoded[index] != word.utf8Start[index] { return false }
      return true
    }
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
