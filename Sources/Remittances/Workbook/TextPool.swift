/// Distinct texts in one block of memory, each with a small number: the shared strings of a workbook
/// and every other text of its rows.
///
/// Bounded: a file with more distinct text than `limit` is refused instead of filling the memory.
final class TextPool {
  private var bytes: [UInt8] = []
  /// Where each text ends; text `n` starts where text `n - 1` ends.
  private var ends: [UInt32] = []
  /// Open addressing: numbers + 1, 0 where free. The size is a power of two.
  private var table = [UInt32](repeating: 0, count: 1 << 12)
  private let limit: Int

  /// Creates an empty pool for at most `limit` bytes of text.
  init(limit: Int = 32 << 20) {
    self.limit = limit
    bytes.reserveCapacity(1 << 16)
  }

  /// How many distinct texts there are.
  var count: Int { ends.count }

  /// The number of a text, new or known; nil where the pool is full.
  func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let mask = table.count - 1
    var slot = Self.hash(text) & mask
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if equals(number, text) { return number }
      slot = (slot + 1) & mask
    }
    guard bytes.count + text.count <= limit, ends.count < limit / 8 else { return nil }
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    table[slot] = UInt32(ends.count)
    if ends.count * 2 > table.count { grow() }
    return ends.count - 1
  }

  /// The number of a text, new or known; nil where the pool is full.
  func intern(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// Adds the texts of a batch under the next numbers; they are not looked up, as they are new.
  func append(_ batch: RowBatch) {
    let start = bytes.count
    bytes.append(contentsOf: batch.texts)
    for end in batch.textEnds { ends.append(UInt32(start + end)) }
  }

  /// Copies the texts from a number on into a batch.
  func copyTexts(from first: Int, into batch: inout RowBatch) {
    guard first < ends.count else { return }
    let start = first == 0 ? 0 : Int(ends[first - 1])
    batch.texts.append(contentsOf: bytes[start...])
    for end in ends[first...] { batch.textEnds.append(Int(end) - start) }
  }

  /// Lends the bytes of a text.
  func withText<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(number)
    return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// A text as a string; bytes that are not UTF-8 become U+FFFD.
  func string(_ number: Int) -> String {
    withText(number) { String(decoding: $0, as: UTF8.self) }
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private func equals(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withText(number) { $0.count == text.count && $0.elementsEqual(text) }
  }

  private func grow() {
    var larger = [UInt32](repeating: 0, count: table.count * 2)
    let mask = larger.count - 1
    for number in 0..<ends.count {
      var slot = withText(number, Self.hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(number + 1)
    }
    table = larger
  }

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}
