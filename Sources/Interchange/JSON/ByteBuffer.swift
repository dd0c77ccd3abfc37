/// Bytes that grow at their end, in memory that is kept from one answer to the next.
///
/// An array would ask at every byte whether it is shared and has room; here that is asked once for
/// a text. Plain memory is touched nowhere else in the writing of answers.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// How many bytes it holds.
  private(set) var count = 0
  /// How many it can hold before it must grow.
  private(set) var capacity: Int

  /// - Parameter capacity: how many bytes it is expected to hold.
  init(capacity: Int = 256) {
    self.capacity = max(16, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// Hands the bytes to `body`, which must not keep the pointer.
  func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Forgets the bytes but keeps the memory.
  mutating func removeAll() { count = 0 }

  // MARK: Appending

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  /// Appends bytes that lie elsewhere.
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).initialize(from: source, count: bytes.count)
    count &+= bytes.count
  }

  /// Appends what another buffer holds.
  mutating func append(contentsOf other: borrowing ByteBuffer) {
    append(contentsOf: UnsafeBufferPointer(start: other.start, count: other.count))
  }

  /// Appends a word of the program.
  mutating func append(_ word: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  // MARK: Appending JSON

  /// Appends a key that holds nothing to escape: a comma if wanted, the key in quotes, a colon.
  @inline(__always)
  mutating func append(key name: StaticString, afterComma: Bool) {
    let length = name.utf8CodeUnitCount
    reserve(length &+ 4)
    var next = start + count
    if afterComma {
      next.pointee = UInt8(ascii: ",")
      next += 1
    }
    next[0] = UInt8(ascii: "\"")
    (next + 1).initialize(from: name.utf8Start, count: length)
    next[length &+ 1] = UInt8(ascii: "\"")
    next[length &+ 2] = UInt8(ascii: ":")
    count &+= length &+ (afterComma ? 4 : 3)
  }

  /// Appends text up to the first byte that JSON must escape: a quote, a backslash or a control
  /// character.
  ///
  /// - Returns: how many bytes were appended.
  mutating func append(unescaped text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let source = text.baseAddress else { return 0 }
    reserve(text.count)
    let target = start + count
    var place = 0
    while text.count &- place >= 32 {
      let block = UnsafeRawPointer(source + place).loadUnaligned(as: SIMD4<UInt64>.self)
      let marks = Self.escapes(in: block)
      if (marks[0] | marks[1] | marks[2] | marks[3]) & Self.marks != 0 { break }
      UnsafeMutableRawPointer(target + place).storeBytes(of: block, as: SIMD4<UInt64>.self)
      place &+= 32
    }
    // Then eight bytes at a time; the last eight may overlap those before them.
    while place < text.count, text.count >= 8 {
      let next = min(place, text.count &- 8)
      let word = UnsafeRawPointer(source + next).loadUnaligned(as: UInt64.self)
      if Self.escapes(in: SIMD2(word, word))[0] & Self.marks != 0 { break }
      UnsafeMutableRawPointer(target + next).storeBytes(of: word, as: UInt64.self)
      place = next &+ 8
    }
    while place < text.count, !Self.needsEscape(source[place]) {
      target[place] = source[place]
      place &+= 1
    }
    count &+= place
    return place
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The highest bit of each of eight bytes.
  private static let marks: UInt64 = 0x8080_8080_8080_8080

  /// Words in which the highest bit of a byte is set if one of their bytes must be escaped.
  ///
  /// A byte that is less than what is taken from it borrows, which sets its highest bit; bytes
  /// that had it set before, those beyond ASCII, are masked out.
  @inline(__always)
  private static func escapes<Words: SIMD>(in words: Words) -> Words where Words.Scalar == UInt64 {
    let ones = Words(repeating: 0x0101_0101_0101_0101)
    let quotes = (words ^ (ones &* 0x22)) &- ones
    let backslashes = (words ^ (ones &* 0x5C)) &- ones
    let controls = words &- (ones &* 0x20)
    return (quotes | backslashes | controls) & ~words
  }

  // MARK: Growing

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  /// At least doubles the memory, so that many small texts cost few copies.
  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
