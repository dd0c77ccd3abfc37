import Quantities

/// A set of calendar months.
///
/// Months from 1880 to 2219 are held; others cannot be inserted.
public struct MonthSet: Sendable, Hashable {
  private static let first = 1880 * 12
  private static let capacity = 340 * 12
  private var words: [UInt64] = Array(repeating: 0, count: (capacity + 63) / 64)

  public init() {}

  private static func position(_ month: Int) -> (word: Int, bit: UInt64)? {
    let offset = month - first
    guard (0..<capacity).contains(offset) else { return nil }
    return (offset / 64, 1 << UInt64(offset % 64))
  }

  public func contains(_ month: Month) -> Bool {
    guard let (word, bit) = Self.position(Int(month.index)) else { return false }
    return words[word] & bit != 0
  }

  public mutating func insert(_ months: ClosedRange<Month>) {
    let lower = max(0, Int(months.lowerBound.index) - Self.first)
    let upper = min(Self.capacity - 1, Int(months.upperBound.index) - Self.first)
    guard lower <= upper else { return }
    for word in lower / 64...upper / 64 {
      let from = max(lower - word * 64, 0)
      let through = min(upper - word * 64, 63)
      words[word] |= (~0 >> UInt64(63 - through + from)) << UInt64(from)
    }
  }

  public mutating func formUnion(_ other: MonthSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  public mutating func subtract(_ other: MonthSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  public func intersection(_ other: MonthSet) -> MonthSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many months of a calendar year are in it.
  public func count(in year: Int) -> Int { bits(of: year).nonzeroBitCount }

  /// How many months of a calendar year are in both.
  func count(in year: Int, alsoIn other: MonthSet) -> Int {
    (bits(of: year) & other.bits(of: year)).nonzeroBitCount
  }

  /// The twelve bits of a calendar year, January lowest.
  private func bits(of year: Int) -> UInt64 {
    let offset = year * 12 - Self.first
    guard offset >= 0, offset + 12 <= Self.capacity else { return 0 }
    let (word, shift) = (offset / 64, UInt64(offset % 64))
    let low = words[word] >> shift
    return (shift > 52 ? low | words[word + 1] << (64 - shift) : low) & 0xFFF
  }

  /// How many months from one to another are in it.
  public func count(from: Month, through: Month) -> Int {
    guard from <= through else { return 0 }
    return (Int(from.index)...Int(through.index)).count {
      Self.position($0).map { words[$0.word] & $0.bit != 0 } ?? false
    }
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
